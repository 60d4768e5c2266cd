using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedExplain.Models.Remote;

/// <summary>What common servers put around scores, and how to recognize one that was not expected.</summary>
internal static class Envelope
{
    private const int Shown = 60;

    /// <summary>The part of an answer that holds the scores: all of it, or what is in the envelope; empty where that has none.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static Range Open(byte[] answer, RemoteFormat format) => format switch
    {
        RemoteFormat.Rows => ..answer.Length,
        RemoteFormat.OpenInference => Member(answer, Only(answer, Member(answer, ..answer.Length, "outputs"u8)), "data"u8),
        _ => Member(answer, ..answer.Length, "predictions"u8),
    };

    /// <summary>Which envelope an answer is in or asks for, and what to set; empty where none is recognized.</summary>
    public static string Hint(ReadOnlySpan<byte> answer, RemoteFormat format)
    {
        RemoteFormat? found =
            Has(answer, "\"outputs\"") && Has(answer, "\"shape\"") ? RemoteFormat.OpenInference
            : Has(answer, "\"predictions\"") ? RemoteFormat.TensorFlowServing
            : null;
        return (found, format) switch
        {
            (null, RemoteFormat.Rows) => "",
            (null, _) => $" in the envelope of {NameOf(format)} that Format asks for",
            (RemoteFormat.OpenInference, RemoteFormat.OpenInference) => " in the one output that is expected",
            (RemoteFormat.OpenInference, _) => $" but the envelope of {NameOf(RemoteFormat.OpenInference)}; set Format to RemoteFormat.OpenInference",
            (_, RemoteFormat.TensorFlowServing or RemoteFormat.MLflow) => " in its predictions",
            _ => $" but the envelope of {NameOf(RemoteFormat.TensorFlowServing)} or of MLflow; set Format to RemoteFormat.TensorFlowServing or RemoteFormat.MLflow",
        };
    }

    /// <summary>What a server that refuses a request seems to want; empty where that cannot be told.</summary>
    public static string Demand(string refusal) =>
        refusal.Contains("dataframe_split", StringComparison.Ordinal) ? "; this looks like MLflow: set Format to RemoteFormat.MLflow"
        : refusal.Contains("instances", StringComparison.Ordinal) || refusal.Contains("Is not object", StringComparison.OrdinalIgnoreCase) ? "; this looks like TensorFlow Serving or KServe 1: set Format to RemoteFormat.TensorFlowServing"
        : refusal.Contains("inputs", StringComparison.Ordinal) ? "; this looks like the Open Inference Protocol (KServe 2): set Format to RemoteFormat.OpenInference"
        : "";

    /// <summary>The beginning of an answer, for messages; where it may not be quoted, how it looks.</summary>
    public static string Beginning(ReadOnlySpan<byte> answer, bool quotes)
    {
        if (!quotes && answer.Length > 0)
        {
            int first = answer.IndexOfAnyExcept(" \t\r\n"u8);
            string sign = first >= 0 && "[{<\""u8.Contains(answer[first]) ? $"begin with {(char)answer[first]}" : "are not shown";
            return string.Create(CultureInfo.InvariantCulture, $"{answer.Length} bytes, which {sign} (QuotesAnswers shows more)");
        }

        string text = Encoding.UTF8.GetString(answer[..Math.Min(answer.Length, Shown)]);
        return answer.Length == 0 ? "nothing" : answer.Length > Shown ? text + "…" : text;
    }

    private static bool Has(ReadOnlySpan<byte> answer, string name) => answer.IndexOf(Encoding.UTF8.GetBytes(name)) >= 0;

    private static string NameOf(RemoteFormat format) => format switch
    {
        RemoteFormat.OpenInference => "the Open Inference Protocol (KServe 2)",
        RemoteFormat.TensorFlowServing => "TensorFlow Serving, KServe 1",
        _ => "MLflow",
    };

    /// <summary>The value of a member of an object; empty where it has none.</summary>
    private static Range Member(byte[] text, Range within, ReadOnlySpan<byte> name)
    {
        if (within.Equals(default))
            return default;
        Utf8JsonReader json = new(text.AsSpan(within));
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isWanted = json.ValueTextEquals(name);
            json.Read();
            int start = (int)json.TokenStartIndex;
            json.Skip();
            if (isWanted)
                return Inside(within, start, (int)json.BytesConsumed);
        }

        return default;
    }

    /// <summary>The only element of an array; empty where it has none or several.</summary>
    private static Range Only(byte[] text, Range within)
    {
        if (within.Equals(default))
            return default;
        Utf8JsonReader json = new(text.AsSpan(within));
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray || !json.Read() || json.TokenType == JsonTokenType.EndArray)
            return default;
        int start = (int)json.TokenStartIndex;
        json.Skip();
        int end = (int)json.BytesConsumed;
        return json.Read() && json.TokenType == JsonTokenType.EndArray ? Inside(within, start, end) : default;
    }

    private static Range Inside(Range whole, int start, int end) => (whole.Start.Value + start)..(whole.Start.Value + end);
}
