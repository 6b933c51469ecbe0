package org.evergreen.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Java files of a module as they are written, for rules about their size.
 *
 * @param root for example {@code src/main/java}
 */
public record SourceTree(Path root) {

  /** The main sources of the module whose tests run. */
  public static SourceTree ofThisModule() {
    return new SourceTree(Path.of("src", "main", "java"));
  }

  /** Lines of each file without package, imports and empty lines. */
  public Map<String, Integer> linesPerFile() {
    Map<String, Integer> lines = new TreeMap<>();
    for (Path file : files()) {
      lines.put(name(file), (int) written(file).filter(SourceTree::counts).count());
    }
    return lines;
  }

  /** Lines of each method from its first brace to its last. */
  public Map<String, Integer> linesPerMethod() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files()));
      MethodLines methods = new MethodLines(Trees.instance(task).getSourcePositions());
      task.parse().forEach(methods::read);
      return methods.lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folders with Java files but without a {@code package-info.java}. */
  public List<String> packagesWithoutInfo() {
    List<String> missing = new ArrayList<>();
    for (Path folder : files().stream().map(Path::getParent).distinct().toList()) {
      if (!Files.exists(folder.resolve("package-info.java"))) {
        missing.add(name(folder));
      }
    }
    return missing;
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(Path path) {
    return root.relativize(path).toString();
  }

  private static Stream<String> written(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean counts(String line) {
    return !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ");
  }

  private static final class MethodLines extends TreeScanner<Void, CompilationUnitTree> {

    private final Map<String, Integer> lines = new TreeMap<>();
    private final SourcePositions positions;

    private MethodLines(SourcePositions positions) {
      this.positions = positions;
    }

    private void read(CompilationUnitTree file) {
      scan(file, file);
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree file) {
      if (method.getBody() != null) {
        LineMap map = file.getLineMap();
        long first = map.getLineNumber(positions.getStartPosition(file, method.getBody()));
        long last = map.getLineNumber(positions.getEndPosition(file, method.getBody()));
        String where = Path.of(file.getSourceFile().getName()).getFileName() + ":" + first;
        lines.put(where + " " + method.getName(), (int) (last - first + 1));
      }
      return super.visitMethod(method, file);
    }
  }
}
