using System.Text;

namespace TypedExplain.Generators.Emitting;

/// <summary>Writes indented lines that end the same on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', 4 * _depth).Append(text);
        _text.Append('\n');
    }

    /// <summary>Writes one line under the line before.</summary>
    public void Indented(string text)
    {
        Indent();
        Line(text);
        Outdent();
    }

    /// <summary>Opens a block under the line before.</summary>
    public void Open(string bracket = "{")
    {
        Line(bracket);
        Indent();
    }

    /// <summary>Closes the block opened last.</summary>
    public void Close(string bracket = "}")
    {
        Outdent();
        Line(bracket);
    }

    public void Indent() => _depth++;

    public void Outdent() => _depth--;

    public override string ToString() => _text.ToString();
}
