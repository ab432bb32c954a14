package dev.heddle.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeChangeTest {
  /** The third column is what the new version does with old bytes, the fourth the other way. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int                | int                | NONE     | NONE
          int                | long               | NONE     | WARNING
          long               | int                | BREAKING | NONE
          byte               | short              | NONE     | WARNING
          short              | char               | BREAKING | WARNING
          char               | int                | NONE     | WARNING
          int                | boolean            | BREAKING | BREAKING
          int                | double             | BREAKING | BREAKING
          float              | double             | BREAKING | BREAKING
          int                | string             | BREAKING | BREAKING
          string             | bytes              | NONE     | WARNING
          bytes              | string             | BREAKING | NONE
          uuid               | string             | NONE     | WARNING
          string             | uuid               | BREAKING | NONE
          uuid               | bytes              | NONE     | WARNING
          integer            | decimal            | NONE     | WARNING
          decimal            | integer            | BREAKING | NONE
          local_date         | local_date_time    | BREAKING | BREAKING
          instant            | duration           | BREAKING | BREAKING
          int                | optional<int>      | WARNING  | WARNING
          optional<int>      | int                | WARNING  | WARNING
          uuid               | optional<uuid>     | NONE     | BREAKING
          optional<uuid>     | uuid               | BREAKING | NONE
          string             | list<string>       | WARNING  | BREAKING
          uuid               | list<uuid>         | NOTE     | BREAKING
          list<string>       | string             | BREAKING | WARNING
          list<int>          | list<long>         | NONE     | WARNING
          list<int>          | set<int>           | WARNING  | NONE
          set<int>           | list<int>          | NONE     | WARNING
          map<string, int>   | map<string, int>   | NONE     | NONE
          map<string, int>   | map<string, long>  | NONE     | WARNING
          map<string, int>   | map<int, int>      | BREAKING | BREAKING
          map<string, int>   | list<string>       | BREAKING | BREAKING
          """)
  void judges(String before, String after, Severity forward, Severity backward) {
    Judgement judgement =
        new TypeChange(LeafChange::judge).judge(Shape.of(before), Shape.of(after));
    assertThat(judgement.forward().severity()).as("old bytes, new reader").isEqualTo(forward);
    assertThat(judgement.backward().severity()).as("new bytes, old reader").isEqualTo(backward);
  }
}
