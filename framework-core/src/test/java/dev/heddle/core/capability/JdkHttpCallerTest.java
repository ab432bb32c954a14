package dev.heddle.core.capability;

import dev.heddle.component.capability.HttpCaller;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class JdkHttpCallerTest extends HttpCallerContract {
  private final List<JdkHttpCaller> opened = new ArrayList<>();

  @Override
  HttpCaller shared(int largest) {
    JdkHttpCaller caller = new JdkHttpCaller(largest);
    opened.add(caller);
    return caller;
  }

  @AfterEach
  void close() {
    opened.forEach(JdkHttpCaller::close);
  }
}
