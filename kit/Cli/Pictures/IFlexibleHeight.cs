using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>Something that makes do with the lines that there are, so that a screen gives it what all else leaves.</summary>
internal interface IFlexibleHeight : IRenderable
{
    /// <summary>The same in at most so many lines.</summary>
    IRenderable Within(int lines);
}
