using System.Globalization;

namespace KataKit.Analyzers.Rules;

/// <summary>
/// The topics and their tracks. An identifier is <c>KATA</c>, two digits of topic and two digits of the rule within it; its track is the
/// rule's category and the folder of its class, its texts and its pages. Identifiers are older than tracks and stay, so some tracks have
/// several ranges of topics.
/// </summary>
internal static class RuleTopics
{
    // A range of topics ends where the next begins.
    private static readonly (int First, string Track)[] Ranges =
    [
        (0, "General"), // rules of every kata
        (10, "Attention"),
        (20, "Sequences"), // 20 tokenizers
        (30, "Foundations"), // 30 linked lists, 40 principal components
        (50, "Sequences"), // 50 pooling
        (60, "Compression"), // 60 quantisation
        (70, "Foundations"), // 70 minimization
        (80, "Training"),
        (90, "Pretraining"),
        (95, "Recommendation"),
    ];

    /// <summary>The track of a rule.</summary>
    /// <param name="id">Its identifier, or a text that begins with it.</param>
    public static string TrackOf(string id)
    {
        var topic = int.Parse(id.Substring("KATA".Length, 2), CultureInfo.InvariantCulture);
        return Ranges.Last(x => x.First <= topic).Track;
    }
}
