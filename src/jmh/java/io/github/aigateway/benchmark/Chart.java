package io.github.aigateway.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Bars for what a call costs with each subject, as ratios to the floor. */
final class Chart {

  private static final int WIDTH = 760;
  private static final int LABELS = 190;
  private static final int VALUES = 60;
  private static final int BAR = 16;
  private static final int HEADING = 34;

  private final Figures figures;
  private final StringBuilder svg = new StringBuilder();
  private int y = 10;

  private Chart(Figures figures) {
    this.figures = figures;
  }

  static String of(Figures figures, List<String> rows) {
    Chart chart = new Chart(figures);
    rows.forEach(chart::group);
    return String.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\""
                + " height=\"%2$d\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#1f2328\""
                + " role=\"img\">%n<title>What a call costs, as a ratio to raw"
                + " OkHttp</title>%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            WIDTH, chart.y + BAR)
        + chart.svg
        + "</svg>\n";
  }

  private void group(String row) {
    List<Subject> shown =
        Stream.of(Subject.values()).filter(subject -> figures.has(row, subject)).toList();
    double most =
        shown.stream().mapToDouble(subject -> figures.ratio(row, subject)).max().orElseThrow();
    y += HEADING;
    text(8, "font-weight=\"bold\"", row + ", × floor");
    for (Subject subject : shown) {
      double ratio = figures.ratio(row, subject);
      y += BAR;
      text(LABELS - 8, "text-anchor=\"end\"", subject.label);
      long length = Math.round((WIDTH - LABELS - VALUES) * ratio / most);
      svg.append(
          String.format(
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
              LABELS,
              y - BAR + 6,
              length,
              BAR - 4,
              subject.folder.equals("ours") ? "#f38020" : "#8c959f"));
      text(LABELS + length + 6, "", String.format(Locale.ROOT, "%.2f", ratio));
    }
  }

  private void text(long x, String attributes, String text) {
    svg.append(String.format("<text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, attributes, text));
  }
}
