using System.Text;
using KataKit.Grading.Protocol;

namespace KataKit.Worker;

/// <summary>
/// Sends what an answer writes to the console to the grader, up to a limit, so that it can be shown with the test that wrote it. What is
/// written past it, to the handles themselves, is drained by the grader and dropped.
/// </summary>
internal sealed class ConsoleCapture : TextWriter
{
    private readonly Lock _lock = new();
    private ReplyWriter? _replies;
    private int _left;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Begins to send to this grader.</summary>
    public void Open(ReplyWriter replies, int limit)
    {
        lock (_lock)
        {
            (_replies, _left) = (replies, limit);
        }

        Console.SetOut(this);
        Console.SetError(this);
    }

    /// <summary>Sends no more: what is written between two answers belongs to nobody.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _replies = null;
        }
    }

    /// <inheritdoc/>
    public override void Write(char value) => Send([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Send(value);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Send(buffer);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Send(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Send(value + "\n");

    private void Send(ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_replies is null || text.IsEmpty || _left < 0)
            {
                return;
            }

            var kept = Math.Min(text.Length, _left);
            var isTruncated = kept < text.Length;
            _left = isTruncated ? -1 : _left - kept;
            _replies.Write(new Reply.Output(text[..kept].ToString(), isTruncated));
        }
    }
}
