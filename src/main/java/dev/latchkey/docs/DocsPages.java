package dev.latchkey.docs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The pages as HTML. Each is rendered when it is first asked for, and kept. */
@ApplicationScoped
class DocsPages {

    /** For pages without scripts and forms. */
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Set<String> SCROLLING = Set.of("pre", "table");
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(context -> DocsPages::letScrollByKeys)
            .build();

    private final Map<DocsPage, PublicDocument> rendered = new ConcurrentHashMap<>();

    PublicDocument html(DocsPage page) {
        return rendered.computeIfAbsent(page, DocsPages::render);
    }

    private static PublicDocument render(DocsPage page) {
        var document = PARSER.parse(page.markdown());
        document.accept(new Links());
        var html = Templates.page(page, List.of(DocsPage.values()), RENDERER.render(document));
        return new PublicDocument(html.render().getBytes(StandardCharsets.UTF_8));
    }

    /** What may be wider than a small screen. */
    private static void letScrollByKeys(Node node, String tag, Map<String, String> attributes) {
        if (SCROLLING.contains(tag)) {
            attributes.put("tabindex", "0");
        }
    }

    /** A link leads to the same page here as on disk. One to a file of the source becomes text, for the source is not served. */
    private static final class Links extends AbstractVisitor {

        private static final Pattern PAGE = Pattern.compile("([a-z]+)\\.md(#.*)?");
        private static final Pattern KEPT = Pattern.compile("#.*|https?://.*");

        @Override
        public void visit(Link link) {
            var target = link.getDestination();
            var page = PAGE.matcher(target);
            if (page.matches()) {
                var fragment = page.group(2);
                link.setDestination("/docs/" + page.group(1) + (fragment == null ? "" : fragment));
            } else if (!KEPT.matcher(target).matches()) {
                unwrap(link);
            }
        }

        private static void unwrap(Link link) {
            for (var child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                link.insertBefore(child);
            }
            link.unlink();
        }
    }

    @CheckedTemplate(basePath = "docs")
    static class Templates {

        static native TemplateInstance page(DocsPage shown, List<DocsPage> pages, String content);
    }
}
