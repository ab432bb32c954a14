// > Sandboxable code opens no files.
// >   at shop.values.Texts (Texts.java:9)
// >   found: Method <shop.values.Texts.text()> calls method <java.nio.file.FileSystems.getDefault()>
// >   remedy: Take a capability such as KeyValueStore as a parameter of the constructor, or set runtime = Runtime.JVM on the implementation.
package shop.values;

public final class Texts {
  public static String text() {
    return "" + java.nio.file.FileSystems.getDefault();
  }
}
