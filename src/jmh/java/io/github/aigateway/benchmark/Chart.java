package io.github.aigateway.benchmark;

import java.util.List;
import java.util.Locale;

/** Bars for what a call costs with each subject, as ratios to the floor. */
final class Chart {

  private static final int WIDTH = 640;
  private static final int LABELS = 158;
  private static final int VALUES = 46;
  private static final int LINE = 20;
  private static final int BAR = 14;
  private static final int HEADING = 34;

  /** Transparent, and readable on the page of a reader who likes it dark. */
  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
      role="img" aria-labelledby="title" \
      font-family="-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif" \
      font-size="13">
      <title id="title">What a call costs, beside raw OkHttp</title>
      <style>
      text { fill: #1f2328 } .small { fill: #59636e } .peer { fill: #afb8c1 } .ours { fill: #d4550f }
      .floor { stroke: #59636e }
      @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc } .small { fill: #9198a1 } .peer { fill: #59636e } .ours { fill: #f38020 }
      .floor { stroke: #9198a1 }
      }
      </style>
      """;

  /** The library once, and what an engineer would write instead. */
  private static final List<Subject> SHOWN =
      Subject.BY_HAND_AND_OURS.stream().filter(subject -> subject != Subject.FLOOR).toList();

  private final Figures figures;
  private final StringBuilder svg = new StringBuilder();
  private int y = 22;

  private Chart(Figures figures) {
    this.figures = figures;
  }

  static String of(Figures figures) {
    Chart chart = new Chart(figures);
    chart.text(0, "font-size=\"17\" font-weight=\"600\"", "What a call costs, beside raw OkHttp");
    for (String line :
        List.of(
            "The dashed line is raw OkHttp, which only reads the bytes. Shorter is better.",
            "Generated: by OpenAPI Generator with its own templates.")) {
      chart.y += 20;
      chart.text(0, "class=\"small\"", line);
    }
    chart.group("Fetch one gateway", "GET");
    chart.group("List 100 gateways", "LIST");
    return String.format(HEAD, WIDTH, chart.y + 8) + chart.svg + "</svg>\n";
  }

  /** Two columns of bars: the memory and the CPU of a method. */
  private void group(String title, String method) {
    int start = y;
    column(LABELS + 10, title + ": memory", method + ", B/op");
    y = start + HEADING;
    for (Subject subject : SHOWN) {
      y += LINE;
      text(
          LABELS,
          "text-anchor=\"end\"" + (subject == Subject.OURS ? " font-weight=\"600\"" : ""),
          subject.label);
    }
    y = start;
    column(LABELS + 10 + (WIDTH - LABELS) / 2, title + ": CPU", method + ", CPU");
  }

  private void column(int x, String title, String row) {
    double most = SHOWN.stream().mapToDouble(one -> figures.ratio(row, one)).max().orElseThrow();
    double unit = ((WIDTH - LABELS) / 2 - VALUES - 10) / most;
    y += HEADING;
    text(x, "font-weight=\"600\"", title);
    int top = y + 5;
    for (Subject subject : SHOWN) {
      double ratio = figures.ratio(row, subject);
      y += LINE;
      svg.append(
          String.format(
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" class=\"%s\"/>%n",
              x, y - BAR + 3, Math.round(ratio * unit), BAR, kind(subject)));
      text(x + Math.round(ratio * unit) + 6, "", times(ratio));
    }
    svg.append(
        String.format(
            "<path d=\"M%1$d %2$dV%3$d\" class=\"floor\" stroke-dasharray=\"3 3\"/>%n",
            x + Math.round(unit), top, y + 5));
  }

  private static String kind(Subject subject) {
    return subject == Subject.OURS ? "ours" : "peer";
  }

  /** Such as "1.82×". */
  static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f×" : "%.1f×", ratio);
  }

  private void text(long x, String attributes, String text) {
    svg.append(String.format("<text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, attributes, text));
  }
}
