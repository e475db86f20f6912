// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Trees are as C17 has them: 6.5 for operators, 6.4.4 for constants.
class ExpressionParserTest {

  private static final Set<String> TYPES = Set.of("u32", "size_t");

  private static Expression parse(String text) throws ExpressionException {
    return ExpressionParser.parse(text, TYPES::contains);
  }

  /// A tree with each of its operators' operands in brackets.
  private static String tree(Expression of) {
    return switch (of) {
      case Expression.Name name -> name.name();
      case Expression.Literal literal -> Long.toString(literal.value());
      case Expression.Real real -> Double.toString(real.value());
      case Expression.Unary one -> one.operator().spelling() + "(" + tree(one.operand()) + ")";
      case Expression.Binary two ->
          "(" + tree(two.left()) + " " + two.operator().spelling() + " " + tree(two.right()) + ")";
      case Expression.Choice(var condition, var then, var otherwise, var _) ->
          "(" + tree(condition) + " ? " + tree(then) + " : " + tree(otherwise) + ")";
      case Expression.Member member -> tree(member.of()) + "." + member.name();
      case Expression.Index index -> tree(index.of()) + "[" + tree(index.index()) + "]";
      case Expression.Cast cast -> "{" + type(cast.type()) + "}" + tree(cast.operand());
      case Expression.SizeOf size -> "sizeof " + tree(size.operand());
      case Expression.SizeOfType size -> "sizeof {" + type(size.type()) + "}";
    };
  }

  private static String type(Expression.TypeName type) {
    return type.name()
        + "*".repeat(type.pointers())
        + type.counts().stream().map(n -> "[" + n + "]").collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "a - b - c → ((a - b) - c)",
        "a + b * c % d → (a + ((b * c) % d))",
        "a << b + c → (a << (b + c))",
        "a & b == c → (a & (b == c))",
        "a | b ^ c & d → (a | (b ^ (c & d)))",
        "a || b && c → (a || (b && c))",
        "a < b == c > d → ((a < b) == (c > d))",
        "a ? b : c ? d : e → (a ? b : (c ? d : e))",
        "a ? b ? c : d : e → (a ? (b ? c : d) : e)",
        "-a * ~b → (-(a) * ~(b))",
        "!a == b → (!(a) == b)",
        "*p->next[1].name → *(p.next[1].name)",
        "&a[i + 1] → &(a[(i + 1)])",
        "(a)-1 → (a - 1)",
        "(u32)-1 → {u32}-(1)",
        "(u32)a + b → ({u32}a + b)",
        "(struct pcb *)p->q → {struct pcb*}p.q",
        "(const unsigned char **)0 → {unsigned char**}0",
        "(long unsigned int)1 → {long unsigned int}1",
        "sizeof(u32) * 2 → (sizeof {u32} * 2)",
        "sizeof(u32[4][2]) → sizeof {u32[4][2]}",
        "sizeof(a)[1] → sizeof a[1]",
        "sizeof a + 1 → (sizeof a + 1)",
        "std::x::y.z → std::x::y.z",
        "'a name'.b → a name.b",
      })
  void aTextIsTheTreeThatCMakesOfIt(String text, String tree) throws ExpressionException {
    assertThat(tree(parse(text))).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false, false",
    "2147483647, 2147483647, false, false",
    "2147483648, 2147483648, false, true",
    "0x7fffffff, 2147483647, false, false",
    "0xffffffff, 4294967295, true, false",
    "0x100000000, 4294967296, false, true",
    "0xffffffffffffffff, -1, true, true",
    "3000000000u, 3000000000, true, false",
    "4294967296u, 4294967296, true, true",
    "010, 8, false, false",
    "0b101, 5, false, false",
    "1l, 1, false, true",
    "1ULL, 1, true, true",
    "1llu, 1, true, true",
    "'\\n', 10, false, false",
    "'\\\\', 92, false, false",
    "'\\0', 0, false, false",
    "'\\e', 27, false, false",
    "'\\x7f', 127, false, false",
    "'\\xff', -1, false, false",
    "'\\377', -1, false, false",
  })
  void aConstantHasItsValueAndTheFirstTypeThatHoldsIt(
      String text, long value, boolean unsigned, boolean wide) throws ExpressionException {
    var quoted = text.startsWith("\\") ? "'" + text + "'" : text;
    assertThat(parse(quoted)).isEqualTo(new Expression.Literal(value, unsigned, wide, 0));
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.5", "1., 1", "2.5e3, 2500", "2.5E-1f, 0.25", "1e3, 1000", "4e-2, 0.04"})
  void aNumberWithAPointOrAnExponentIsReal(String text, double value) throws ExpressionException {
    assertThat(parse(text)).isEqualTo(new Expression.Real(value, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 0 | there is no expression",
        "a + | 3 | something is missing here",
        "a b | 2 | \"b\" cannot stand here",
        "a = 1 | 2 | nothing is written to the guest",
        "a <<= 1 | 2 | nothing is written to the guest",
        "a++ | 1 | nothing is written to the guest",
        "--a | 0 | nothing is written to the guest",
        "f(1) | 1 | functions of the guest are not called",
        "a. | 2 | the name of a member is missing",
        "a[1 | 3 | \"]\" is missing before the end",
        "(a | 2 | \")\" is missing before the end",
        "(struct)a | 7 | the name of a struct is missing",
        "(u32[a])b | 5 | an array's length is missing",
        "08 | 0 | \"08\" is no number",
        "1lul | 0 | \"1lul\" is no number",
        "12ab | 0 | \"12ab\" is no number",
        "99999999999999999999 | 0 | does not fit into 64 bits",
        "'a | 0 | this quote is not closed",
        "'' | 0 | nothing stands between these quotes",
        "\"a\" | 0 | texts cannot be looked for here",
        "a # b | 2 | this is no sign of C",
      })
  void whatIsWrongIsSaidWhereItStands(String text, int column, String why) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "*", "a[", "a?", "(u32)", "sizeof ", "a?b:"})
  void whateverIsNestedEndsInATreeOrAnError(String again) {
    assertThatThrownBy(() -> parse(again.repeat(4096 / again.length())))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  void namesAreThoseThatHaveToBeLookedUp() throws ExpressionException {
    assertThat(ExpressionParser.names("a.b->c + sizeof(struct d) + (unsigned)e[f] + 'g h'"))
        .containsExactly("a", "struct d", "e", "f", "g h");
  }
}
