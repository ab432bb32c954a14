package shapes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ValueStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Streams of every shape; each method returns the stream that it takes. */
@ComponentInterface
public interface StreamedShapes {
  ValueStream<Shapes.Primitives> records(ValueStream<Shapes.Primitives> values);

  ValueStream<Shapes.Expression> expressions(ValueStream<Shapes.Expression> values);

  ValueStream<Shapes.Outcome<String>> outcomes(ValueStream<Shapes.Outcome<String>> values);

  ValueStream<Integer> numbers(ValueStream<Integer> values);

  ValueStream<Boolean> truths(ValueStream<Boolean> values);

  ValueStream<String> texts(ValueStream<String> values);

  ValueStream<Instant> instants(ValueStream<Instant> values);

  ValueStream<Shapes.Color> colors(ValueStream<Shapes.Color> values);

  ValueStream<byte[]> parts(ValueStream<byte[]> values);

  ValueStream<List<Long>> lists(ValueStream<List<Long>> values);

  ValueStream<Set<Shapes.Color>> sets(ValueStream<Set<Shapes.Color>> values);

  ValueStream<Map<Shapes.Color, List<Integer>>> maps(
      ValueStream<Map<Shapes.Color, List<Integer>>> values);

  ValueStream<Optional<Double>> optionals(ValueStream<Optional<Double>> values);
}
