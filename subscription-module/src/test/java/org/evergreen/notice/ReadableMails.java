package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What every mail must be, whatever it tells of. */
final class ReadableMails {

  private ReadableMails() {}

  /** A well-formed and accessible page whose templates are filled in. */
  static void check(NoticeKind kind, Mail mail) throws Exception {
    Document page = parsed(mail.html());

    assertThat(page.getDocumentElement().getAttribute("lang")).as(kind.name()).isEqualTo("en");
    assertThat(page.getElementsByTagName("h1").getLength()).as(kind.name()).isEqualTo(1);
    assertThat(page.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(mail.subject());
    assertThat(mail.html()).doesNotContain(" th:", "<th:", "${", "~{", "null");
    assertThat(mail.text()).doesNotContain("[(", "[#", "${", "null", "&amp;");
    keepForReading(kind.name(), mail);
  }

  static Document parsed(String html) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(html)));
  }

  /** Leaves the mails in the build's folder, to be looked at in a browser. */
  static void keepForReading(String name, Mail mail) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "mails"));
    Files.writeString(folder.resolve(name + ".html"), mail.html());
    Files.writeString(folder.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text());
  }
}
