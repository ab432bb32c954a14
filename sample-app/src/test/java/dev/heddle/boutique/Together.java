package dev.heddle.boutique;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs one task on many threads that begin at the same moment. */
public final class Together {
  private Together() {}

  /** The results of {@code threads} runs; the first exception of any of them is thrown. */
  public static <T> List<T> run(int threads, Callable<T> task) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          IntStream.range(0, threads)
              .mapToObj(
                  thread ->
                      executor.submit(
                          () -> {
                            start.await();
                            return task.call();
                          }))
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) results.add(each.get());
      return results;
    }
  }
}
