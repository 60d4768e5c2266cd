using System.Collections.Immutable;
using System.Text.Json;
using TypedExplain.Errors;
using TypedExplain.Json;

namespace TypedExplain.Receipts.Replays;

/// <summary>What two results in JSON say differently, their explainers aside, or two explainers. Features go by their names.</summary>
internal sealed class ResultDifferences
{
    private const string Explainer = "explainer", Name = "name", Hidden = "(protected)", Absent = "absent";

    private readonly ImmutableArray<ReplayDifference>.Builder _found = ImmutableArray.CreateBuilder<ReplayDifference>();
    private readonly List<string> _path = [];
    private bool _isProtected;

    private readonly string?[] _skipped;

    private ResultDifferences(params string?[] skipped) => _skipped = skipped;

    /// <summary>What two results say differently, one more member aside where its name is given.</summary>
    public static ImmutableArray<ReplayDifference> Of(ReadOnlySpan<byte> was, ReadOnlySpan<byte> now, string? aside = null)
    {
        ResultDifferences differences = new(Explainer, aside);
        differences.Compare(JsonText.Parse(was, "The result"), JsonText.Parse(now, "The result"));
        return differences._found.DrainToImmutable();
    }

    /// <summary>What two explainers have other options for.</summary>
    public static ImmutableArray<ReplayDifference> OfOptions(Description was, Description now)
    {
        ResultDifferences differences = new();
        differences.Compare(JsonElement.Parse(was.ToString()), JsonElement.Parse(now.ToString()));
        return differences._found.DrainToImmutable();
    }

    private void Compare(JsonElement was, JsonElement now)
    {
        if (was.ValueKind == JsonValueKind.Object && now.ValueKind == JsonValueKind.Object)
            CompareObjects(was, now);
        else if (was.ValueKind == JsonValueKind.Array && now.ValueKind == JsonValueKind.Array)
            CompareLists(was, now);
        else if (was.GetRawText() is var left && now.GetRawText() is var right && left != right)
            Add(left, right, Number(was) is { } before && Number(now) is { } after ? after - before : null);
    }

    private void CompareObjects(JsonElement was, JsonElement now)
    {
        bool isProtected = _isProtected;
        _isProtected |= was.TryGetProperty("protected", out JsonElement marked) && marked.ValueKind == JsonValueKind.True;
        foreach (JsonProperty member in was.EnumerateObject())
        {
            if (_skipped.Contains(member.Name))
                continue;
            _path.Add(member.Name);
            if (now.TryGetProperty(member.Name, out JsonElement other))
                Compare(member.Value, other);
            else
                Add(member.Value.GetRawText(), Absent, null);
            _path.RemoveAt(_path.Count - 1);
        }

        foreach (JsonProperty member in now.EnumerateObject())
        {
            if (_skipped.Contains(member.Name) || was.TryGetProperty(member.Name, out _))
                continue;
            _path.Add(member.Name);
            Add(Absent, member.Value.GetRawText(), null);
            _path.RemoveAt(_path.Count - 1);
        }

        _isProtected = isProtected;
    }

    private void CompareLists(JsonElement was, JsonElement now)
    {
        if (was.GetArrayLength() != now.GetArrayLength())
        {
            Add(Items(was), Items(now), null);
            return;
        }

        int item = 0;
        foreach ((JsonElement left, JsonElement right) in was.EnumerateArray().Zip(now.EnumerateArray()))
        {
            bool isNamed = left.ValueKind == JsonValueKind.Object && left.TryGetProperty(Name, out JsonElement name) && name.ValueKind == JsonValueKind.String;
            _path.Add(isNamed ? left.GetProperty(Name).GetString()! : $"{item}");
            item++;
            Compare(left, right);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Add(string was, string now, double? by) =>
        _found.Add(_isProtected ? new(string.Join('.', _path), Hidden, Hidden, null) : new(string.Join('.', _path), was, now, by));

    private static string Items(JsonElement list) => $"{list.GetArrayLength()} {Noun.Of(list.GetArrayLength(), "item")}";

    /// <summary>A number, also one that stands as the text of its bits.</summary>
    private static double? Number(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String))
            return null;
        try
        {
            return new JsonPart(value, "").Double();
        }
        catch (InvalidJsonException)
        {
            return null;
        }
    }
}
