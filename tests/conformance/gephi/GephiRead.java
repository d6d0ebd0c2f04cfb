import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.StringJoiner;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeFormat;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Reads each file as Gephi's own "open" does and prints what Gephi then holds: one JSON object a file. */
public final class GephiRead {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] paths) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        for (String path : paths) {
            OUT.println(read(path, projects.newWorkspace(projects.getCurrentProject())));
        }
        System.exit(0);
    }

    private static String read(String path, Workspace workspace) throws Exception {
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(path));
        StringJoiner issues = new StringJoiner(",", "[", "]");
        container.getReport().close();  // and read it before processing, which empties it
        add(issues, container.getReport());
        DefaultProcessor processor = new DefaultProcessor();
        importer.process(container, processor, workspace);
        if (processor.getReport() != null) {
            processor.getReport().close();
            add(issues, processor.getReport());
        }
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        StringJoiner nodes = new StringJoiner(",", "[", "]");
        for (Node node : model.getGraph().getNodes()) {
            nodes.add("{\"id\":" + quoted(node.getId()) + ",\"x\":" + node.x() + ",\"y\":" + node.y() + ",\"size\":"
                + node.size() + ",\"rgb\":[" + (int) (node.r() * 255 + 0.5) + "," + (int) (node.g() * 255 + 0.5) + ","
                + (int) (node.b() * 255 + 0.5) + "]," + values(node) + "}");
        }
        StringJoiner edges = new StringJoiner(",", "[", "]");
        for (Edge edge : model.getGraph().getEdges()) {
            edges.add("{\"source\":" + quoted(edge.getSource().getId()) + ",\"target\":" + quoted(edge.getTarget().getId())
                + "," + values(edge) + "}");
        }
        Interval bounds = model.getTimeBounds();
        boolean dates = model.getTimeFormat() == TimeFormat.DATE;
        return "{\"issues\":" + issues + ",\"dynamic\":" + model.isDynamic() + ",\"dates\":" + dates + ",\"low\":"
            + bounded(bounds == null ? Double.NaN : bounds.getLow()) + ",\"high\":"
            + bounded(bounds == null ? Double.NaN : bounds.getHigh()) + ",\"nodes\":" + nodes + ",\"edges\":" + edges + "}";
    }

    private static void add(StringJoiner issues, Report report) {
        for (Iterator<Issue> it = report.getIssues(10000); it.hasNext();) {
            Issue issue = it.next();
            issues.add("[" + quoted(issue.getLevel().name()) + "," + quoted(issue.getMessage()) + "]");
        }
    }

    private static String values(Element element) {
        StringJoiner out = new StringJoiner(",");
        for (Column column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            boolean number = value instanceof Number || value instanceof Boolean;
            out.add(quoted("@" + column.getId()) + ":" + (value == null || number ? value : quoted(value)));
        }
        return out.toString();
    }

    /** JSON has no infinity. */
    private static String bounded(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private static String quoted(Object value) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : String.valueOf(value).toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7E) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
