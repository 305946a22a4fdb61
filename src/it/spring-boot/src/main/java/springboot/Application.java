package springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Makes sure at its start that its gateway is there. */
@SpringBootApplication
class Application {
  public static void main(String... args) {
    SpringApplication.run(Application.class, args);
  }
}
