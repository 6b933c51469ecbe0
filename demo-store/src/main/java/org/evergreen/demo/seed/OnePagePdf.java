package org.evergreen.demo.seed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page of text as a PDF file, always the same bytes for the same text. */
final class OnePagePdf {

  private static final int WIDTH = 76;

  private OnePagePdf() {}

  static byte[] of(String title, List<String> paragraphs) {
    StringBuilder page = new StringBuilder("BT /F1 20 Tf 56 760 Td 18 TL ");
    page.append(shown(title)).append(" T* /F1 11 Tf T* ");
    for (String paragraph : paragraphs) {
      wrapped(paragraph).forEach(line -> page.append(shown(line)).append(" T* "));
      page.append("T* ");
    }
    return file(page.append("ET").toString()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String shown(String line) {
    return "(" + line.replaceAll("([\\\\()])", "\\\\$1") + ") Tj";
  }

  private static List<String> wrapped(String paragraph) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      if (line.length() + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString());
    return lines;
  }

  private static String file(String page) {
    String[] objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
          + " /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    };
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder index = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      index.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int start = pdf.length();
    return pdf.append("xref\n0 6\n")
        .append(index)
        .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
        .append(start)
        .append("\n%%EOF\n")
        .toString();
  }
}
