using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>Writes a term as a person reads it, for tests and the trace. A loop variable is spelled out once, then named by its number.</summary>
internal sealed class TermText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<LoopVariable, int> _variables = [];
    private readonly List<Loop> _loops = [];
    private readonly List<Term> _identities = [];

    private TermText()
    {
    }

    /// <summary>The text of one term.</summary>
    public static string Of(Term term)
    {
        var writer = new TermText();
        writer.Write(term);
        return writer._text.ToString();
    }

    private void Write(Term term)
    {
        switch (term.Kind)
        {
            case TermKind.Constant:
                _text.Append(term.Constant.Value switch
                {
                    null => "null",
                    string text => "\"" + text + "\"",
                    bool truth => truth ? "true" : "false",
                    var value => System.Convert.ToString(value, CultureInfo.InvariantCulture),
                });
                break;
            case TermKind.Parameter:
                _text.Append(term.Symbol!.Name);
                break;
            case TermKind.Unknown:
                _text.Append('?');
                break;
            case TermKind.This:
                _text.Append("this");
                break;
            case TermKind.LoopVariable:
                WriteVariable((LoopVariable)term);
                break;
            case TermKind.Load:
                Call(term, term.Operands.Length == 0 ? string.Empty : null, "." + term.Symbol!.Name);
                break;
            case TermKind.Convert:
                WriteAll(term.Type!.ToDisplayString(), term.Operands);
                break;
            case TermKind.Iterated or TermKind.Index or TermKind.HasNext:
                WriteAll(term.Kind + "@" + NumberOf(_loops, term.Loop!), term.Operands);
                break;
            case TermKind.Call or TermKind.Out:
                WriteAll(term.Symbol is null ? "text" : term.Kind == TermKind.Out ? "out " + term.Symbol.Name : term.Symbol.Name, term.Operands);
                break;
            case TermKind.New or TermKind.Closure:
                WriteAll(term.Kind + "#" + NumberOf(_identities, term), term.Kind == TermKind.New ? term.Operands : []);
                break;
            default:
                WriteAll(term.Kind.ToString(), term.Operands);
                break;
        }
    }

    private void Call(Term term, string? receiver, string member)
    {
        if (receiver is null)
        {
            Write(term.Operands[0]);
        }

        _text.Append(member);
    }

    private void WriteVariable(LoopVariable variable)
    {
        if (_variables.TryGetValue(variable, out var number))
        {
            _text.Append('v').Append(number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        _variables.Add(variable, number = _variables.Count + 1);
        _text.Append('v').Append(number.ToString(CultureInfo.InvariantCulture)).Append("{");
        Write(variable.Initial);
        _text.Append("; ");
        if (variable.Next is null)
        {
            _text.Append("none");
        }
        else
        {
            Write(variable.Next);
        }

        _text.Append('}');
    }

    private void WriteAll(string name, IEnumerable<Term> operands)
    {
        _text.Append(name).Append('(');
        var isFirst = true;
        foreach (var operand in operands)
        {
            _text.Append(isFirst ? string.Empty : ", ");
            isFirst = false;
            Write(operand);
        }

        _text.Append(')');
    }

    private static int NumberOf<T>(List<T> seen, T item)
        where T : class
    {
        if (!seen.Contains(item))
        {
            seen.Add(item);
        }

        return seen.IndexOf(item) + 1;
    }
}
