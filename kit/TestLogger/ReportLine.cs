namespace KataKit.TestLogger;

/// <summary>A line of the report.</summary>
internal readonly struct ReportLine(string text, Tone tone = Tone.Plain)
{
    /// <summary>The text, without a line break.</summary>
    public string Text { get; } = text;

    /// <summary>What the line means.</summary>
    public Tone Tone { get; } = tone;
}
