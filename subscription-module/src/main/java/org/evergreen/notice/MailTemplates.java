package org.evergreen.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The templates under {@code evergreen/notices/} on the class path: for each kind a folder with
 * {@code subject.txt}, {@code body.txt} and {@code body.html}, put into {@code layout.txt} and
 * {@code layout.html}. A file of the same name under {@code evergreen/shop-notices/} goes first, so
 * that a shop writes its own. The template engine is not a bean, so that the host's pages and these
 * mails never meet.
 */
final class MailTemplates {

  private static final String OURS = "evergreen/notices/";
  private static final String SHOPS = "evergreen/shop-notices/";

  private final ITemplateEngine engine;

  /** The templates that a class loader finds. */
  MailTemplates(ClassLoader resources) {
    SpringTemplateEngine templates = new SpringTemplateEngine();
    for (String folder : List.of(SHOPS, OURS)) {
      templates.addTemplateResolver(resolver(resources, folder, "*.html", TemplateMode.HTML));
      templates.addTemplateResolver(resolver(resources, folder, "*.txt", TemplateMode.TEXT));
    }
    this.engine = templates;
  }

  private static ClassLoaderTemplateResolver resolver(
      ClassLoader resources, String folder, String pattern, TemplateMode mode) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(resources);
    resolver.setPrefix(folder);
    resolver.setCheckExistence(true);
    resolver.setOrder(folder.equals(SHOPS) ? 1 : 2);
    resolver.setResolvablePatterns(Set.of(pattern));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }

  String subject(NoticeKind kind, Map<String, Object> contents) {
    // A product's name may hold anything; a subject is one line.
    return engine
        .process(kind.templates() + "/subject.txt", new Context(Locale.ENGLISH, contents))
        .replaceAll("[\\s\\p{Cntrl}]+", " ")
        .strip();
  }

  String text(NoticeKind kind, Map<String, Object> contents) {
    return laidOut("txt", kind, contents).replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  String html(NoticeKind kind, Map<String, Object> contents) {
    return laidOut("html", kind, contents);
  }

  private String laidOut(String type, NoticeKind kind, Map<String, Object> contents) {
    Map<String, Object> variables = new HashMap<>(contents);
    variables.put("body", kind.templates() + "/body." + type);
    return engine.process("layout." + type, new Context(Locale.ENGLISH, variables));
  }
}
