// expects: A sealed interface that crosses a component boundary permits records and sealed interfaces of records: Color is an enum in Paint (its Color). Make Color a record.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface ASealedEnum {
  void put(Paint paint);

  sealed interface Paint {}

  record Plain(int rgb) implements Paint {}

  enum Color implements Paint { // here
    RED
  }
}
