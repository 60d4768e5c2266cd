using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TypedExplain.Errors;

namespace TypedExplain.Models.Remote;

/// <summary>Reads scores from the answer to one request.</summary>
/// <param name="address">Who answered.</param>
/// <param name="outputs">The names of the outputs.</param>
/// <param name="format">The envelope that the scores should be in.</param>
/// <param name="first">The position of the request's first row among all that were to be scored.</param>
/// <param name="quotes">Whether messages may quote the answer.</param>
internal sealed class AnswerJson(string address, ImmutableArray<string> outputs, RemoteFormat format, int first, bool quotes)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one number per row and output.</summary>
    /// <exception cref="RemoteModelException">They are not of the form that was agreed on, not finite, too few or too many.</exception>
    public void Read(byte[] answer, Span<double> scores)
    {
        byte[] text = answer.AsSpan().StartsWith(ByteOrderMark) ? answer[ByteOrderMark.Length..] : answer;
        NonFiniteToken? notFinite = NonFiniteToken.TakeOut(ref text);
        try
        {
            Range part = Envelope.Open(text, format);
            ReadScores(text.AsSpan(part), scores, notFinite is { } found ? found.At - part.Start.Value : -1, notFinite?.Word, answer);
        }
        catch (JsonException error)
        {
            throw new RemoteModelException($"The answer of the model at {address} is not JSON or is cut off: {Envelope.Beginning(answer, quotes)}.", error);
        }
        catch (InvalidOperationException error)
        {
            throw new RemoteModelException($"The answer of the model at {address} is no JSON: the name of a member holds half of a surrogate pair.", error);
        }
        catch (FormatException error)
        {
            throw new RemoteModelException($"The answer of the model at {address} holds a number that no double holds: {Envelope.Beginning(answer, quotes)}.", error);
        }
    }

    private void ReadScores(ReadOnlySpan<byte> array, Span<double> scores, int notFinite, string? word, byte[] answer)
    {
        int rows = scores.Length / outputs.Length, entries = 0, count = 0, alone = 0, before = 0;
        Utf8JsonReader json = new(array);
        bool isArray = !array.IsEmpty && json.Read() && json.TokenType == JsonTokenType.StartArray;
        while (isArray && json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.Number when json.CurrentDepth is 1 or 2:
                    entries += json.CurrentDepth == 1 ? 1 : 0;
                    alone += json.CurrentDepth == 1 ? 1 : 0;
                    if (json.TokenStartIndex == notFinite)
                        throw NoScore(count, word!);
                    double number = json.GetDouble();
                    if (!double.IsFinite(number))
                        throw new FormatException();
                    if (count < scores.Length)
                        scores[count] = number;
                    count++;
                    break;
                case JsonTokenType.StartArray when json.CurrentDepth == 1:
                    entries++;
                    before = count;
                    break;
                case JsonTokenType.EndArray when json.CurrentDepth == 1 && count - before != outputs.Length:
                    throw Wrong(string.Create(CultureInfo.InvariantCulture, $"entry {entries} does not bring the numbers to {outputs.Length} for each row"));
                case JsonTokenType.EndArray:
                    break;
                case JsonTokenType.String when NonFiniteToken.WordOf(json.ValueSpan) is { } quoted:
                    throw NoScore(count, quoted);
                default:
                    isArray = false;
                    break;
            }
        }

        if (!isArray)
            throw Wrong($"it is not a JSON array of numbers or of arrays of numbers{Envelope.Hint(answer, format)}: {Envelope.Beginning(answer, quotes)}");
        bool isFlat = format == RemoteFormat.OpenInference && alone == count;
        if (!isFlat && alone > 0 && (alone < entries || outputs.Length > 1))
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{alone} of its {entries} entries are numbers, and an entry has {outputs.Length} for its row"));
        if ((entries != rows && !isFlat) || count != scores.Length)
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"it has {entries} {Noun.Of(entries, "entry", "entries")} with {count} {Noun.Of(count, "number")}, and {rows} {Noun.Of(rows, "row")} with {outputs.Length} each {Noun.Of(rows, "was", "were")} asked for"));
    }

    private RemoteModelException NoScore(int number, string word) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The model at {address} answers {word} for the output {outputs[number % outputs.Length]} of row {first + (number / outputs.Length) + 1}: that is not a score, and not JSON either, though Python's json writes it. See what the model does with that row, such as dividing by 0."));

    private RemoteModelException Wrong(string reason) => new($"The answer of the model at {address} is not what was agreed on: {reason}.");
}
