using System.CommandLine;
using KataKit.Grading;
using KataKit.Thorough;

var root = KataFile.Catalogue.Root;

var only = new Option<string>("--only") { Description = "Proofs whose names begin so, for example name-independence/Pca.", DefaultValueFactory = _ => "" };
var shard = new Option<string>("--shard") { Description = "The share of one of several machines, for example 2/4.", DefaultValueFactory = _ => "1/1" };
var since = new Option<string?>("--since") { Description = "Proofs that depend on a file that has changed since a commit." };
var sample = new Option<int?>("--sample") { Description = "So many proofs, always the same; with --since those as well." };
var budget = new Option<int?>("--budget") { Description = "After so many seconds no proof is begun." };
var cache = new Option<string>("--cache") { Description = "Where proofs that hold are remembered.", DefaultValueFactory = _ => Path.Combine(root, "tests", "thorough", "obj", "proofs") };
var jobs = new Option<int>("--jobs") { Description = "How many at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
var list = new Option<bool>("--list") { Description = "Print the names of the proofs and run none." };
var command = new RootCommand("The second tier of the tests: long proofs, remembered by what they depend on.") { only, shard, since, sample, budget, cache, jobs, list };
command.SetAction(async (line, cancellation) =>
{
    IReadOnlyList<Proof> proofs;
    try
    {
        proofs = new Choice
        {
            Only = line.GetValue(only)!,
            Shard = Shard.Parse(line.GetValue(shard)!),
            Sample = line.GetValue(sample),
            Changed = line.GetValue(since) is { } commit ? ChangedFiles.Since(commit, root) : null,
        }.Of(ProofList.In(root));
    }
    catch (Exception exception) when (exception is FormatException or InvalidOperationException)
    {
        Console.Error.WriteLine($"error: {exception.Message}");
        return 2;
    }

    if (line.GetValue(list))
    {
        Console.Write(string.Concat(proofs.Select(proof => proof.Name + "\n").Order(StringComparer.Ordinal)));
        return 0;
    }

    // Nothing was asked to be proven where nothing has changed; a prefix that fits no proof is a mistake of who wrote it.
    if (proofs.Count == 0 && line.GetValue(only)!.Length > 0)
    {
        Console.Error.WriteLine($"error: No proof begins with '{line.GetValue(only)}'. --list prints them.");
        return 2;
    }

    var time = line.GetValue(budget) is { } seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    var known = new ProofCache(Path.GetFullPath(line.GetValue(cache)!));
    known.Clean();
    var run = new ProofRun(new Sources(root), known, Math.Max(1, line.GetValue(jobs)), time);
    var (passed, failed, cached, left) = await run.RunAsync(proofs, cancellation);
    Console.WriteLine($"{cached} were known to hold, {left} are left{(cancellation.IsCancellationRequested ? ": it was broken off" : "")}");
    Console.WriteLine($"{passed} passed, {failed} failed");
    return failed > 0 || cancellation.IsCancellationRequested ? 1 : 0;
});

var names = new Argument<string[]>("names") { Description = "Katas, or answers below tests/Submissions; every kata where omitted." };
var routes = new Command("routes", "Takes every answer of katas by both routes, the grader and dotnet test.") { names };
routes.SetAction(async (line, cancellation) =>
{
    using var tools = new Tools();
    try
    {
        var outcome = await RouteComparison.CheckAsync([.. RouteComparison.Named(line.GetValue(names)!)], tools.Route, cancellation);
        Console.WriteLine($"{outcome.Cases} results, {outcome.Problems.Count} differences\n{string.Join('\n', outcome.Problems)}".TrimEnd());
        return outcome.Problems.Count > 0 ? 1 : 0;
    }
    catch (Exception exception) when (exception is ArgumentException or FormatException or IOException)
    {
        Console.Error.WriteLine($"error: {exception.Message}");
        return 2;
    }
});
command.Subcommands.Add(routes);
return await command.Parse(args).InvokeAsync();
