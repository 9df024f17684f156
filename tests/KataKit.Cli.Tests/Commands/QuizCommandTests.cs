using FluentAssertions;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary>Interview questions and what comes back when.</summary>
public sealed class QuizCommandTests : IDisposable
{
    private readonly LearnersKit _kit = new();

    public QuizCommandTests() => _kit.Copy("docs/interview-questions.yml");

    public void Dispose() => _kit.Dispose();

    [Fact]
    public async Task Questions_are_asked_answered_and_come_back_when_they_are_due()
    {
        var outcome = await AnswerAsync("\n3\n\n1\n\nmaybe\n2\n", "--topic", LearnersKit.LinkedList, "--count", "3");

        outcome.Code.Should().Be(ExitCode.Pass);
        outcome.Output.Should().Contain("1 known, 1 with gaps, 1 forgotten");
        var answers = _kit.History().Events.OfType<QuestionAnswered>().ToList();
        answers.Select(answer => answer.Recall).Should().Equal(Recall.Known, Recall.Forgotten, Recall.Partial);
        answers.Select(answer => answer.Question).Should().Equal(Enumerable.Range(1, 3).Select(i => $"{LearnersKit.LinkedList}/{i}"));

        (await FirstAsync()).Should().Be($"{LearnersKit.LinkedList}/4", "what was answered rests");
        _kit.Time.Advance(TimeSpan.FromDays(1.5));
        (await FirstAsync()).Should().Be($"{LearnersKit.LinkedList}/2", "what was forgotten comes back first");
        (await _kit.RunAsync("review")).Output.Should().Contain("2", "two questions are due");
        _kit.Time.Advance(TimeSpan.FromDays(2));
        (await _kit.RunAsync("review", "--json")).Json["questions"]!.AsArray().Should().HaveCount(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("q\n")]
    [InlineData("\nq\n")]
    [InlineData("\n")]
    public async Task Leaving_in_the_middle_records_nothing(string input)
    {
        (await AnswerAsync(input)).Code.Should().Be(ExitCode.Pass);
        _kit.History().Events.Should().BeEmpty();
    }

    [Fact]
    public async Task The_answer_is_shown_only_after_the_learner_has_tried()
    {
        var question = (await _kit.RunAsync("quiz", "--topic", "training", "--json")).Json[0]!;
        var answer = question["answer"]!.GetValue<string>()[..25];

        (await AnswerAsync("", "--topic", "training")).Output.Should().NotContain(answer);
        (await AnswerAsync("\n", "--topic", "training")).Output.Should().Contain(answer);
    }

    [Fact]
    public async Task An_interview_closes_the_questions_of_its_kata_until_its_end()
    {
        await _kit.RunAsync("start", "reverse", "--interview", "--minutes", "30", "--no-watch");

        (await _kit.RunAsync("quiz", "--topic", LearnersKit.LinkedList)).Code.Should().Be(ExitCode.Usage);
        var others = (await _kit.RunAsync("quiz", "--all", "--count", "1000", "--json")).Json.AsArray();
        others.Select(question => question!["topic"]!.GetValue<string>()).Should().NotContain(LearnersKit.LinkedList).And.Contain(LearnersKit.Attention);

        _kit.Time.Advance(TimeSpan.FromMinutes(31));
        (await FirstAsync()).Should().Be($"{LearnersKit.LinkedList}/1");
    }

    [Fact]
    public async Task Every_question_has_one_id_and_a_text_in_both_languages()
    {
        var english = (await _kit.RunAsync("quiz", "--all", "--count", "1000", "--json")).Json.AsArray();
        var chinese = (await _kit.RunAsync("quiz", "--all", "--count", "1000", "--json", "--lang", "zh-Hans")).Json.AsArray();

        var ids = english.Select(question => question!["id"]!.GetValue<string>()).ToList();
        ids.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(50);
        chinese.Select(question => question!["id"]!.GetValue<string>()).Should().Equal(ids);
        foreach (var question in english.Concat(chinese))
        {
            question!["text"]!.GetValue<string>().Should().NotBeNullOrWhiteSpace();
            question["answer"]!.GetValue<string>().Length.Should().BeGreaterThan(10);
        }

        chinese.Where(question => !question!["answer"]!.GetValue<string>().Any(character => character >= '\u4E00' && character <= '\u9FFF')).Should().BeEmpty();
    }

    [Fact]
    public async Task A_kata_that_was_not_passed_is_due_the_next_day()
    {
        await _kit.RunAsync("start", "reverse", "--no-watch");
        await _kit.RunAsync("give-up");

        (await _kit.RunAsync("review")).Output.Should().Contain("Nothing is due");
        (await _kit.RunAsync("review", "--all")).Output.Should().Contain("2026-03-02");
        _kit.Time.Advance(TimeSpan.FromDays(1));
        (await _kit.RunAsync("review")).Output.Should().Contain("kata start reverse-linked-list");
        (await _kit.RunAsync("quiz", "--topic", "cooking")).Code.Should().Be(ExitCode.Usage);
    }

    private Task<LearnersKit.Outcome> AnswerAsync(string input, params string[] options)
        => _kit.RunAsync(["quiz", .. options], size: null, CancellationToken.None, input);

    private async Task<string> FirstAsync()
        => (await _kit.RunAsync("quiz", "--topic", LearnersKit.LinkedList, "--json")).Json[0]!["id"]!.GetValue<string>();
}
