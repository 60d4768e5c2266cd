using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using TypedExplain.Decisions.Actions;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Decisions.Recourses.Json;

/// <summary>Writes and reads the members of an outcome.</summary>
internal static class RecourseJson
{
    private const string Found = "found", NoRecourse = "noRecourse", BudgetExhausted = "budgetExhausted";

    public static void Write<T>(Utf8JsonWriter json, RecourseOutcome<T> outcome, bool withholds)
        where T : IFeatureRecord<T>
    {
        RecordHead.Write<T>(json);
        if (withholds)
            json.WriteBoolean("withheld", true);
        else
            RecordJson.Write(json, "instance", outcome.Instance, Row(outcome.Instance));
        json.WriteDouble("answer", outcome.Answer);
        json.WriteStartObject("wanted");
        json.WriteDouble("minimum", outcome.Wanted.Minimum);
        json.WriteDouble("maximum", outcome.Wanted.Maximum);
        json.WriteEndObject();
        json.WriteText("reachable", outcome.Reachable.ToString(CultureInfo.InvariantCulture));
        json.WriteBoolean("reachableExact", outcome.IsReachableExact);
        json.WriteNumber("queries", outcome.Queries);
        switch (outcome)
        {
            case Found<T> found:
                json.WriteText("outcome", Found);
                json.WriteDouble("leastCost", found.LeastCost);
                WriteActions(json, found.Actions, withholds);
                break;
            case NoRecourse<T> none:
                json.WriteText("outcome", NoRecourse);
                WriteActions<T>(json, none.Best is { } nearest ? [nearest] : [], withholds);
                break;
            case BudgetExhausted<T> exhausted:
                json.WriteText("outcome", BudgetExhausted);
                json.WriteText("reason", exhausted.Reason);
                json.WriteDouble("leastCost", exhausted.LeastCost);
                WriteActions<T>(json, exhausted.Best is { } best ? [best] : [], withholds);
                break;
        }
    }

    public static RecourseOutcome<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        RecordHead.Require<T>(part);
        (T instance, double[] columns) = RecordJson.Read<T>(part["instance"]);
        WantedAnswers wanted = new(part["wanted"]["minimum"].Double(double.NegativeInfinity, double.PositiveInfinity), part["wanted"]["maximum"].Double(double.NegativeInfinity, double.PositiveInfinity));
        if (!BigInteger.TryParse(part["reachable"].Text(), NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger reachable) || reachable < 1)
            throw part["reachable"].Wrong("a whole number of at least 1, as text");
        RecourseFacts<T> facts = new(instance, part["answer"].Finite(), wanted, reachable, part["reachableExact"].Flag(), part["queries"].Whole());
        ImmutableArray<RecourseAction<T>> actions = [.. part["actions"].Items().Select(action => ReadAction<T>(action, columns, wanted))];
        JsonPart outcome = part["outcome"];
        return outcome.Text() switch
        {
            Found => actions.IsEmpty ? throw part["actions"].Wrong("a list of at least one action") : new Found<T>(facts, actions, part["leastCost"].Finite()),
            NoRecourse => new NoRecourse<T>(facts, One(part, actions)),
            BudgetExhausted => new BudgetExhausted<T>(facts, One(part, actions), part["leastCost"].Finite(), part["reason"].Text()),
            _ => throw outcome.Wrong($"{Found}, {NoRecourse} or {BudgetExhausted}"),
        };
    }

    private static void WriteActions<T>(Utf8JsonWriter json, ImmutableArray<RecourseAction<T>> actions, bool withholds)
        where T : IFeatureRecord<T>
    {
        json.WriteStartArray("actions");
        foreach (RecourseAction<T> action in actions)
        {
            json.WriteStartObject();
            if (!withholds)
                RecordJson.Write(json, "after", action.After, Row(action.After));
            json.WriteDouble("cost", action.Cost);
            json.WriteDouble("answer", action.Answer);
            if (action.Robustness is { } robustness)
                json.WriteDouble("robustness", robustness);
            if (action.Distance is { } distance)
                json.WriteDouble("distance", distance);
            json.WriteStartArray("changes");
            foreach (FeatureChange<T> change in action.Changes)
            {
                json.WriteStartObject();
                FeatureJson.WriteHead(json, change.Feature);
                if (!(withholds && change.Feature.IsProtected))
                {
                    json.WriteDouble("from", change.From);
                    json.WriteDouble("to", change.To);
                    json.WriteNumber("steps", change.Steps);
                    json.WriteDouble("cost", change.Cost);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static RecourseAction<T> ReadAction<T>(JsonPart part, double[] before, WantedAnswers wanted)
        where T : IFeatureRecord<T>
    {
        (T after, double[] columns) = RecordJson.Read<T>(part["after"]);
        List<FeatureChange<T>> changes = [];
        foreach (JsonPart change in part["changes"].Items())
        {
            Feature<T>? feature = T.Schema.Features.FirstOrDefault(own => own.Name == change["name"].Text());
            if (feature is null || (changes.Count > 0 && changes[^1].Feature.Index >= feature.Index))
                throw change["name"].Wrong($"the name of a feature of {T.Schema.Name}, in the order of the schema");
            double from = change["from"].Finite(), to = change["to"].Finite();
            if (from != FeatureNumber.Read(feature, before) || to != FeatureNumber.Read(feature, columns))
                throw change.Wrong("the change from the instance to what it is after the action");
            changes.Add(new(feature, from, to, feature.Format(before), feature.Format(columns), change["steps"].Whole(), change["cost"].Double(0, double.MaxValue)));
        }

        return new(after, [.. changes], part["cost"].Double(0, double.MaxValue), part["answer"].Finite(), wanted)
        {
            Robustness = part.Optional("robustness")?.Double(0, 1),
            Distance = part.Optional("distance")?.Double(0, double.MaxValue),
        };
    }

    private static RecourseAction<T>? One<T>(JsonPart part, ImmutableArray<RecourseAction<T>> actions)
        where T : IFeatureRecord<T> => actions.Length <= 1 ? actions.FirstOrDefault() : throw part["actions"].Wrong("a list of at most one action");

    private static double[] Row<T>(T record)
        where T : IFeatureRecord<T>
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(record, columns);
        return columns;
    }
}
