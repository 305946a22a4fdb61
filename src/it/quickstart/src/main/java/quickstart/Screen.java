package quickstart;

/** Prints the steps of the tour: a title, the code, and what comes of it. */
final class Screen {

  private int step;

  void title(String title, String code) {
    step++;
    System.out.printf("%n%d. %s%n   %s%n", step, title, code);
  }

  void line(String name, Object value) {
    System.out.printf("   %-14s %s%n", name, value);
  }
}
