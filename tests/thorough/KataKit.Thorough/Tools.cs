namespace KataKit.Thorough;

/// <summary>What proofs need that is slow to make: each is made when it is first asked for, and used by one proof at a time.</summary>
internal sealed class Tools : IDisposable
{
    private AnswerLane? _lane;
    private HostileGraders? _hostile;
    private DotnetTestRoute? _route;

    /// <summary>Grades answers.</summary>
    public AnswerLane Lane => _lane ??= new AnswerLane();

    /// <summary>Grades hostile answers.</summary>
    public HostileGraders Hostile => _hostile ??= new HostileGraders();

    /// <summary>Runs <c>dotnet test</c> in a copy of the repository.</summary>
    public DotnetTestRoute Route => _route ??= new DotnetTestRoute();

    public void Dispose()
    {
        _lane?.Dispose();
        _hostile?.Dispose();
        _route?.Dispose();
    }
}
