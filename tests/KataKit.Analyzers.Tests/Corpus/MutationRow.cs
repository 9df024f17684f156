using System.Globalization;
using System.Text;
using KataKit.Mutations;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>One answer's verdicts under all mutators: a row of the matrix.</summary>
/// <param name="file">The answer.</param>
/// <param name="expected">The rules that report in it as it stands.</param>
internal sealed class MutationRow(KataFile file, IReadOnlyList<string> expected)
{
    private const string NotApplicable = ".";

    private readonly Dictionary<Mutator, (int Same, int All)> _counts = [];

    /// <summary>How many mutants were judged.</summary>
    public int Mutants => _counts.Values.Sum(x => x.All);

    /// <summary>The mutants in which a rule reports that does not report in the answer itself, with their text.</summary>
    public List<string> FalseAlarms { get; } = [];

    /// <summary>The mutants in which a rule is silent that reports in the answer itself, by answer and mutant.</summary>
    public List<string> Misses { get; } = [];

    private int Changed => FalseAlarms.Count + Misses.Count;

    /// <summary>Takes in what the rules say of a mutant.</summary>
    public void Add(Mutator mutator, Mutant mutant, IReadOnlyList<string> found)
    {
        var isSame = found.SequenceEqual(expected);
        var (same, all) = _counts.GetValueOrDefault(mutator);
        _counts[mutator] = (same + (isSame ? 1 : 0), all + 1);
        if (!isSame)
        {
            if (found.Except(expected).Any())
            {
                FalseAlarms.Add($"{file}, {mutant.Name}: {Show(found)} instead of {Show(expected)}:\n{mutant.Source}");
            }
            else
            {
                Misses.Add($"{file}, {mutant.Name}");
            }
        }
    }

    /// <summary>
    /// The rows as a table: in each cell the mutants with the answer's own verdict of all that were judged, or a dot where the answer
    /// holds nothing that the mutator rewrites.
    /// </summary>
    public static string Matrix(string kata, IReadOnlyList<MutationRow> rows)
    {
        var mutants = rows.Sum(x => x.Mutants);
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{kata}: {rows.Count} answers, {mutants} mutants, {mutants - rows.Sum(x => x.Changed)} with the same verdict");
        for (var i = 0; i < Mutators.All.Count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Column(i)} {Mutators.All[i].Name}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"  {"answer",-38} {"verdict",-10} {string.Join(' ', Enumerable.Range(0, Mutators.All.Count).Select(x => $"{Column(x),3}"))}");
        foreach (var row in rows)
        {
            text.AppendLine(row.ToString());
        }

        foreach (var miss in rows.SelectMany(x => x.Misses))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  missed: {miss}");
        }

        return text.ToString();
    }

    public override string ToString()
    {
        var cells = Mutators.All.Select(x => _counts.TryGetValue(x, out var count) ? string.Create(CultureInfo.InvariantCulture, $"{count.Same}/{count.All}") : NotApplicable);
        return $"  {file.Kind + "/" + file.Name,-38} {Show(expected),-10} {string.Join(' ', cells.Select(x => $"{x,3}"))}";
    }

    private static string Column(int mutator) => string.Create(CultureInfo.InvariantCulture, $"{mutator + 1,2}");

    private static string Show(IReadOnlyList<string> rules) => rules.Count == 0 ? "silent" : string.Join('+', rules);
}
