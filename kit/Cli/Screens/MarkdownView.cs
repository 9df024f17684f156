using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;
using Spectre.Console.Rendering;
using Table = Markdig.Extensions.Tables.Table;
using TableRow = Markdig.Extensions.Tables.TableRow;

namespace KataKit.Cli;

/// <summary>A Markdown text for the terminal.</summary>
internal sealed class MarkdownView : IRenderable
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    private readonly Rows _rows;

    public MarkdownView(string markdown) => _rows = new Rows(Blocks(Markdown.Parse(markdown, Pipeline)));

    public Measurement Measure(RenderOptions options, int maxWidth) => ((IRenderable)_rows).Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => ((IRenderable)_rows).Render(options, maxWidth);

    private static IEnumerable<IRenderable> Blocks(ContainerBlock container)
        => container.SelectMany(block => Block(block));

    private static IEnumerable<IRenderable> Block(Block block)
    {
        switch (block)
        {
            case Markdig.Extensions.Yaml.YamlFrontMatterBlock or HtmlBlock or LinkReferenceDefinitionGroup:
                return [];
            case HeadingBlock heading:
                return [new Markup($"[bold underline]{MarkdownInlines.Markup(heading.Inline)}[/]"), Text.Empty];
            case CodeBlock code:
                return [new Padder(new Text(code.Lines.ToString(), new Style(Color.Teal)) { Overflow = Overflow.Fold }, new Padding(4, 0, 0, 1))];
            case Table table:
                return [Grid(table), Text.Empty];
            case QuoteBlock quote:
                return [new Padder(new Rows(Blocks(quote)), new Padding(2, 0, 2, 0))];
            case ListBlock list:
                return [.. list.OfType<ListItemBlock>().Select(item => Item(list, item)), Text.Empty];
            case ParagraphBlock paragraph when IsNavigation(paragraph):
                return [];
            case ParagraphBlock paragraph:
                return [new Markup(MarkdownInlines.Markup(paragraph.Inline)), Text.Empty];
            case ThematicBreakBlock:
                return [new Rule { Style = Style.Plain }];
            case ContainerBlock container:
                return Blocks(container);
            case LeafBlock { Inline: { } inline }:
                return [new Markup(MarkdownInlines.Markup(inline))];
            default:
                return [];
        }
    }

    private static IRenderable Item(ListBlock list, ListItemBlock item)
    {
        var mark = list.IsOrdered ? $"{item.Order}." : "•";
        var blocks = Blocks(item).ToList();
        if (blocks.Count > 0 && ReferenceEquals(blocks[^1], Text.Empty))
        {
            blocks.RemoveAt(blocks.Count - 1);
        }

        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = mark.Length + 1, Padding = new Padding(1, 0, 0, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        grid.AddRow(new Text(mark), new Rows(blocks));
        return grid;
    }

    private static IRenderable Grid(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(CellMarkup).ToList()).ToList();
        var drawn = new Spectre.Console.Table().Border(TableBorder.Simple);
        var columns = rows.Max(row => row.Count);
        for (var i = 0; i < columns; i++)
        {
            drawn.AddColumn(new TableColumn(new Markup(rows[0].ElementAtOrDefault(i) ?? "")));
        }

        drawn.ShowHeaders = rows[0].Exists(header => header.Length > 0);
        foreach (var row in rows.Skip(1))
        {
            drawn.AddRow(Enumerable.Range(0, columns).Select(i => new Markup(row.ElementAtOrDefault(i) ?? "")));
        }

        return drawn;
    }

    /// <summary>Whether there is nothing in it but ways to other pages, which a terminal cannot go.</summary>
    private static bool IsNavigation(ParagraphBlock paragraph)
        => paragraph.Inline is { } inlines
            && inlines.OfType<LinkInline>().Any()
            && inlines.All(inline => inline is LinkInline or LineBreakInline || (inline is LiteralInline literal && literal.Content.ToString().Trim() is "·" or ""));

    private static string CellMarkup(TableCell cell)
        => string.Join(' ', cell.OfType<ParagraphBlock>().Select(paragraph => MarkdownInlines.Markup(paragraph.Inline)));
}
