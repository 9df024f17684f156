namespace KataKit.Cli;

/// <summary>A file that follows from others, so that nobody has to write it.</summary>
/// <param name="Path">Its place from the repository's root, with <c>/</c>.</param>
/// <param name="Text">What it must hold, with <c>\n</c> between lines.</param>
internal sealed record DerivedFile(string Path, string Text);

/// <summary>Derives files from what is written by hand. The same tree gives the same files, whatever the machine, the culture and the day.</summary>
internal interface IDerivation
{
    /// <summary>The files as they must be.</summary>
    /// <exception cref="CliException">What they follow from is missing or broken; the message names the file.</exception>
    IEnumerable<DerivedFile> Derive(KataLibrary library);
}
