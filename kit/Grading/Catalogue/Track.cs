namespace KataKit.Grading;

/// <summary>A field of questions: a folder of the same name in each tree of the repository.</summary>
/// <param name="Name">The folder, which is also what people read in English.</param>
/// <param name="ChineseName">What people read in Chinese.</param>
public sealed record Track(string Name, string ChineseName)
{
    /// <summary>The tracks in the order in which one learns.</summary>
    public static IReadOnlyList<Track> All { get; } =
    [
        new("Foundations", "基础"),
        new("Attention", "注意力"),
        new("Training", "训练"),
        new("Sequences", "序列"),
        new("Pretraining", "预训练"),
        new("Compression", "压缩"),
        new("Recommendation", "推荐"),
    ];

    /// <summary>The place of a track among all; behind them for a folder that is none.</summary>
    public static int PlaceOf(string name) => All.TakeWhile(track => track.Name != name).Count();
}
