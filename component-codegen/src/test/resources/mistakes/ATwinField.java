// expects: Field names in the .proto are unique: a second 'user_id' in ATwinField.put(user_id). Rename one, so that they differ in more than case and underscores.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface ATwinField {
  void put(String userId, String user_id); // here
}
