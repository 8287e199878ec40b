package io.temperline.reference.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import java.util.List;
import java.util.function.UnaryOperator;

/** Blocks without weights. */
final class Lambdas {

  private Lambdas() {}

  /** One array to another. */
  static Block of(String name, UnaryOperator<NDArray> step) {
    return new LambdaBlock(
        list -> new NDList(step.apply(list.singletonOrThrow())), name.replace(' ', '-'));
  }

  /** What a block makes of an array, and that array, added up. */
  static Block residual(Block block) {
    return new ParallelBlock(
        lists ->
            new NDList(
                NDArrays.add(lists.get(0).singletonOrThrow(), lists.get(1).singletonOrThrow())),
        List.of(block, Blocks.identityBlock()));
  }
}
