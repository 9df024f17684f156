using System.CommandLine;
using System.Text.RegularExpressions;

namespace KataKit.Cli;

/// <summary><c>kata explain</c>: the page of a rule.</summary>
internal static partial class ExplainCommand
{
    public static Command Create(CommandOptions options)
    {
        var rule = new Argument<string>(options.Texts["RuleName"]) { Description = options.Texts["ArgumentRule"] };
        return options.Command("explain", "AboutExplain", [rule, options.Json], (parsed, context, _) => Task.FromResult(Run(context, parsed.GetValue(rule)!)));
    }

    private static ExitCode Run(CommandContext context, string rule)
    {
        var id = rule.ToUpperInvariant();
        var english = Path.Combine(context.Library.Root, "docs", "rules");
        var chinese = Path.Combine(context.Library.Root, "docs", "zh-Hans", "rules");
        string[] folders = context.Texts.IsChinese ? [chinese, english] : [english];
        var page = RuleId().IsMatch(id) ? folders.SelectMany(folder => Pages(folder, id)).FirstOrDefault() : null;
        if (page is null)
        {
            var known = Pages(english, "KATA*").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
            throw new CliException(context.Texts["NoSuchRule", rule, string.Join(", ", known)]);
        }

        var text = File.ReadAllText(page);
        if (context.Json)
        {
            context.WriteJson(new { Rule = id, Page = text });
        }
        else
        {
            context.Write(new MarkdownView(text));
        }

        return ExitCode.Pass;
    }

    // A page stands in the folder of the rule's track.
    private static IEnumerable<string> Pages(string folder, string name)
        => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, name + ".md", SearchOption.AllDirectories) : [];

    // It becomes part of a path.
    [GeneratedRegex(@"^KATA\d{4}$")]
    private static partial Regex RuleId();
}
