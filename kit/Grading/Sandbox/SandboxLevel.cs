namespace KataKit.Grading;

/// <summary>What stands between an answer and the machine. <c>docs/grading.md</c> tells what each level stops and what it does not.</summary>
public enum SandboxLevel
{
    /// <summary>A process of its own, with the user's rights.</summary>
    None,

    /// <summary>Linux namespaces through the program <c>bwrap</c>: no network, no other processes, read-only files, a private temporary folder.</summary>
    Bubblewrap,
}
