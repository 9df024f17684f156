using System.Collections.Concurrent;
using System.Collections.Immutable;
using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>
/// Grades the files of the evidence, each once, whoever asks. Its tests form one collection, so that they run one after the other; once many files
/// were asked for, a second lane grades the others ahead, because one file keeps no more than one core busy.
/// </summary>
public sealed class Evidence : IDisposable
{
    /// <summary>So many files are more than one test of interest to somebody.</summary>
    private const int Many = 20;

    private readonly ConcurrentDictionary<string, Lazy<Task<GradedFile>>> _graded = new();
    private readonly AnswerLane _asked = new();
    private readonly AnswerLane _ahead = new();
    private readonly CancellationTokenSource _closing = new();
    private Task _gradingAhead = Task.CompletedTask;
    private int _requests;

    /// <summary>The katas of this repository.</summary>
    public static KataCatalogue Catalogue => KataFile.Catalogue;

    /// <summary>Grades a file, or finds its grade.</summary>
    internal Task<GradedFile> GradeAsync(Kata kata, string path)
    {
        if (++_requests == Many)
        {
            _gradingAhead = Task.Run(GradeAheadAsync);
        }

        return GradeAsync(_asked, kata, path);
    }

    /// <summary>Grades answers, in order.</summary>
    internal async Task<ImmutableArray<GradedFile>> GradeAllAsync(IEnumerable<Answer> answers)
    {
        var graded = new List<GradedFile>();
        foreach (var answer in answers)
        {
            graded.Add(await GradeAsync(answer.Kata, answer.Path));
        }

        return [.. graded];
    }

    public void Dispose()
    {
        _closing.Cancel();
        _gradingAhead.GetAwaiter().GetResult();
        _asked.Dispose();
        _ahead.Dispose();
        _closing.Dispose();
    }

    /// <summary>Mends a wrong answer.</summary>
    internal Task<Checked> MendAsync(KataFile file) => MendedAnswer.CheckAsync(file, _asked);

    private Task<GradedFile> GradeAsync(AnswerLane lane, Kata kata, string path)
        => _graded.GetOrAdd(path, _ => new Lazy<Task<GradedFile>>(() => lane.GradeFileAsync(kata, path))).Value;

    private async Task GradeAheadAsync()
    {
        foreach (var answer in Catalogue.Katas.SelectMany(kata => kata.Wrong.Concat(kata.Right)).Reverse())
        {
            if (_closing.IsCancellationRequested)
            {
                return;
            }

            // What goes wrong is told by the test that asks for the file.
            await ((Task)GradeAsync(_ahead, answer.Kata, answer.Path)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>The tests that share the grades.</summary>
[CollectionDefinition(Name)]
public sealed class EvidenceCollection : ICollectionFixture<Evidence>
{
    public const string Name = "Evidence";
}
