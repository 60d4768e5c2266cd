using System.Text;

namespace TypedExplain.Batch.Programs;

/// <summary>Where a program reads and writes.</summary>
/// <param name="Input">What is piped in.</param>
/// <param name="Output">Results.</param>
/// <param name="Told">What a person is told.</param>
/// <param name="IsTerminal">Whether a person watches.</param>
internal sealed record ProgramStreams(Stream Input, Stream Output, TextWriter Told, bool IsTerminal)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Those of the process.</summary>
    public static ProgramStreams OfConsole() =>
        new(Console.OpenStandardInput(), Console.OpenStandardOutput(), new StreamWriter(Console.OpenStandardError(), s_utf8) { AutoFlush = true }, !Console.IsErrorRedirected);

    /// <summary>Writes lines to the output.</summary>
    public void Write(string text)
    {
        Output.Write(s_utf8.GetBytes(text + "\n"));
        Output.Flush();
    }
}
