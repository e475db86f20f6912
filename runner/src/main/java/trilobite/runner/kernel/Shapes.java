// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.kernel;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.type.Type;
import trilobite.runner.profile.Container.Walking;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;
import trilobite.runner.value.RouteParser;
import trilobite.runner.walk.BTree;
import trilobite.runner.walk.BinaryTree;
import trilobite.runner.walk.Buckets;
import trilobite.runner.walk.Chain;
import trilobite.runner.walk.Joined;
import trilobite.runner.walk.Nested;
import trilobite.runner.walk.NodeChain;
import trilobite.runner.walk.PerCpu;
import trilobite.runner.walk.Ring;
import trilobite.runner.walk.Row;
import trilobite.runner.walk.Shape;
import trilobite.runner.walk.Through;
import trilobite.runner.walk.Vector;

/// Turns a profile's walkings into shapes with offsets.
record Shapes(Program program) {

  /// @param start type of the container
  /// @throws PathException where the program's types have no such members
  Shape of(Walking walking, Type start) throws PathException {
    return switch (walking) {
      case Walking.Linked list ->
          new Chain(offset(start, list.first()), offset(element(list), list.next()));
      case Walking.ListHead list -> ring(list);
      case Walking.NodeList list -> {
        var link = RouteParser.compile(program.types(), element(list), list.link());
        yield new NodeChain(
            offset(start, list.first()),
            direct(link, list.link()),
            offset(link.type(), list.next()));
      }
      case Walking.Array array -> array(array, start);
      case Walking.Vector vector -> vector(vector, start);
      case Walking.Tree tree -> tree(tree, start);
      case Walking.BTree tree -> tree(tree, start);
      case Walking.Buckets buckets -> buckets(buckets, start);
      case Walking.PerCpu cpus -> {
        var spot = program.spot(cpus.offsets());
        yield new PerCpu(
            spot.address() + direct(spot.route(), cpus.offsets()),
            (int) count(cpus.cpus(), spot.route().type()),
            of(cpus.each(), start));
      }
      case Walking.Nested nested -> {
        var inner = RouteParser.compile(program.types(), element(nested.outer()), nested.path());
        yield new Nested(
            of(nested.outer(), start), inner.offsets(), of(nested.each(), inner.type()));
      }
      case Walking.Through through ->
          new Through(
              of(through.slots(), start),
              RouteParser.compile(program.types(), element(through.slots()), through.path())
                  .offsets());
      case Walking.Joined joined -> joined(joined, start);
    };
  }

  private Shape joined(Walking.Joined joined, Type start) throws PathException {
    var parts = new ArrayList<Joined.Part>();
    for (var part : joined.parts()) {
      var at = RouteParser.compile(program.types(), start, part.at());
      parts.add(new Joined.Part(direct(at, part.at()), of(part.each(), at.type())));
    }
    return new Joined(List.copyOf(parts));
  }

  private Type element(Walking walking) throws PathException {
    return program.type(walking.of());
  }

  private Shape ring(Walking.ListHead list) throws PathException {
    var link = RouteParser.compile(program.types(), element(list), list.link());
    return new Ring(
        direct(link, list.link()),
        offset(link.type(), list.next()),
        list.prev().isEmpty() ? -1 : offset(link.type(), list.prev()));
  }

  private Shape array(Walking.Array array, Type start) throws PathException {
    return new Row(
        array.pointers() ? Long.BYTES : size(element(array)),
        count(array.count(), start),
        array.pointers());
  }

  private Shape vector(Walking.Vector vector, Type start) throws PathException {
    var end = RouteParser.compile(program.types(), start, vector.end());
    var pointer = program.types().resolve(end.type()) instanceof Type.Pointer;
    var slots =
        new Vector(
            offset(start, vector.data()),
            direct(end, vector.end()),
            pointer ? 0 : NumberAt.of(program.types(), end).width(),
            vector.pointers() ? Long.BYTES : size(element(vector)),
            vector.pointers(),
            vector.more());
    long link = offset(element(vector), vector.link());
    return link == 0 ? slots : new Through(slots, List.of(-link));
  }

  private Shape tree(Walking.Tree tree, Type start) throws PathException {
    var link = RouteParser.compile(program.types(), element(tree), tree.link());
    return new BinaryTree(
        offset(start, tree.root()),
        direct(link, tree.link()),
        offset(link.type(), tree.left()),
        offset(link.type(), tree.right()),
        tree.tags());
  }

  private Shape tree(Walking.BTree tree, Type start) throws PathException {
    var leaf = program.type(tree.leaf());
    var values = RouteParser.compile(program.types(), leaf, tree.values());
    var room = count(0, values.type());
    return new BTree(
        offset(start, tree.root()),
        offset(start, tree.height()),
        offset(leaf, tree.length()),
        direct(values, tree.values()),
        size(element(tree)),
        offset(program.type(tree.inner()), tree.edges()),
        (int) room);
  }

  private Shape buckets(Walking.Buckets buckets, Type start) throws PathException {
    var table = RouteParser.compile(program.types(), start, buckets.at());
    if (!(program.types().resolve(table.type()) instanceof Type.Array(var each, var slots))) {
      throw new PathException(buckets.at() + " is no table");
    }
    return new Buckets(
        direct(table, buckets.at()),
        size(each),
        count(buckets.count(), table.type()),
        of(buckets.each(), each));
  }

  private long count(long asked, Type type) throws PathException {
    if (asked > 0) {
      return asked;
    }
    if (program.types().resolve(type) instanceof Type.Array(var element, var count) && count > 0) {
      return count;
    }
    throw new PathException("an array of unknown length needs a count");
  }

  private long size(Type type) throws PathException {
    var size = program.types().size(type);
    if (size <= 0) {
      throw new PathException("the size of an element is unknown");
    }
    return size;
  }

  private long offset(Type from, String path) throws PathException {
    return path.isEmpty() ? 0 : direct(RouteParser.compile(program.types(), from, path), path);
  }

  private static long direct(Route route, String path) throws PathException {
    if (!route.direct()) {
      throw new PathException(path + " must not follow a pointer");
    }
    return route.offset();
  }
}
