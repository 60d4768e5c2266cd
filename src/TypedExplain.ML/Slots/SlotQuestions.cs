using TypedExplain.Errors;
using TypedExplain.Schema.Rows;

namespace TypedExplain.ML.Slots;

/// <summary>
/// Turns questions about slots into questions about features, by asking the pipeline itself: which categories go left, and the last
/// number that does. So whatever stands between a feature and its slots is followed, to the bit, as long as a feature has slots of its own and
/// a question divides its numbers once.
/// </summary>
/// <param name="reader">Reads slots.</param>
/// <param name="background">Real rows.</param>
internal sealed class SlotQuestions<T>(SlotReader<T> reader, Dataset<T> background)
    where T : IFeatureRecord<T>
{
    private const int MostGrid = 4096, Trials = 256;
    private const double Far = 1e30;

    // Whole numbers in so small a range may be divided in any way.
    private const double MostWhole = 4096;

    private readonly double[] _plain = SlotOwners<T>.Plain();

    /// <summary>Finds out about all questions of trees.</summary>
    /// <exception cref="InvalidModelException">A question is about several features, or divides a number more than once.</exception>
    public Dictionary<(SlotTree Tree, int Question), SlotQuestion<T>> Find(IEnumerable<SlotTree> trees)
    {
        HashSet<int> asked = [.. trees.SelectMany(tree => Enumerable.Range(0, tree.Questions).SelectMany(tree.SlotsOf))];
        Feature<T>?[] owners = new SlotOwners<T>(reader, background).Find(asked.Contains);
        List<SlotQuestion<T>> questions = [.. trees.SelectMany(tree => Enumerable.Range(0, tree.Questions).Select(i => new SlotQuestion<T>(tree, i) { Feature = Owner(tree, i, owners) }))];
        reader.Read(_plain, (_, slots) =>
        {
            foreach (SlotQuestion<T> question in questions)
                question.LeftAtFirst = question.Tree.GoesLeft(question.Question, slots.Span);
        });
        foreach (IGrouping<Feature<T>, SlotQuestion<T>> own in questions.Where(question => question.Feature is not null).GroupBy(question => question.Feature!))
            Look(own.Key, [.. own]);
        Narrow([.. questions.Where(question => question.Turns)]);
        return questions.ToDictionary(question => (question.Tree, question.Question));
    }

    private static Feature<T>? Owner(SlotTree tree, int question, Feature<T>?[] owners)
    {
        Feature<T>[] features = [.. tree.SlotsOf(question).Select(slot => owners[slot]).OfType<Feature<T>>().Distinct()];
        return features.Length <= 1 ? features.FirstOrDefault() : throw new InvalidModelException($"A question of a tree is about {NameList.Names(features)} of {T.Schema.Name} together, so its answer belongs to none of them. Train with UseCategoricalSplit = false, or use KernelShap over MLModel.");
    }

    /// <summary>Asks about values of a feature.</summary>
    private void Look(Feature<T> feature, SlotQuestion<T>[] questions)
    {
        if (T.Schema.IsNullable(feature))
        {
            double[] lacking = [.. _plain];
            SlotOwners<T>.SetMissing(T.Schema.Features.Skip(feature.Index + 1).First(flag => flag.Kind == FeatureKind.Missing && flag.Index - flag.Covers <= feature.Index), lacking);
            reader.Read(lacking, (_, slots) =>
            {
                foreach (SlotQuestion<T> question in questions)
                    question.LeftIfMissing = question.Tree.GoesLeft(question.Question, slots.Span);
            });
        }

        if (feature.Kind is FeatureKind.Category or FeatureKind.Ordinal or FeatureKind.Flag or FeatureKind.Missing)
        {
            Tabulate(feature, questions, Math.Max(2, feature.Categories.Length));
            return;
        }

        double[] grid = Grid(feature);
        bool[] isLeft = new bool[questions.Length];
        List<SlotQuestion<T>> restless = [];
        reader.Read([.. grid.SelectMany(number => With(feature, number))], (row, slots) =>
        {
            for (int i = 0; i < questions.Length; i++)
            {
                SlotQuestion<T> question = questions[i];
                bool goesLeft = question.Tree.GoesLeft(question.Question, slots.Span);
                if (row == 0)
                    question.LeftAtFirst = goesLeft;
                else if (goesLeft != isLeft[i] && question.Turns)
                    restless.Add(question);
                else if (goesLeft != isLeft[i])
                    (question.Turns, question.Before, question.Behind) = (true, NumberOrder.Place(grid[row - 1]), NumberOrder.Place(grid[row]));
                isLeft[i] = goesLeft;
            }
        });
        if (restless.Count == 0)
            return;
        if (feature.Kind != FeatureKind.Whole || !(feature.Limits.Minimum >= 0 && feature.Limits.Maximum <= MostWhole))
            throw new InvalidModelException($"What the pipeline makes of {T.Schema.Name}.{feature} neither rises nor falls with it: slot {VisibleText.Name(SlotName(restless[0]))} of its features goes both ways more than once. Leave numbers as they are before trees, which cut them themselves, or use KernelShap over MLModel.");
        foreach (SlotQuestion<T> question in restless)
            question.Turns = false;
        Tabulate(feature, [.. restless.Distinct()], (int)feature.Limits.Maximum + 1);
    }

    private string SlotName(SlotQuestion<T> question)
    {
        int slot = question.Tree.SlotsOf(question.Question)[0], width = 0;
        reader.Read(_plain, (_, slots) => width = slots.Length);
        return reader.Names(width)[slot];
    }

    private void Tabulate(Feature<T> feature, SlotQuestion<T>[] questions, int values)
    {
        foreach (SlotQuestion<T> question in questions)
            question.LeftValues = [];
        int first = feature.Kind == FeatureKind.Whole ? (int)Math.Ceiling(feature.Limits.Minimum) : 0;
        reader.Read([.. Enumerable.Range(first, values - first).SelectMany(value => With(feature, value))], (row, slots) =>
        {
            foreach (SlotQuestion<T> question in questions)
            {
                if (question.Tree.GoesLeft(question.Question, slots.Span))
                    question.LeftValues!.Add(first + row);
            }
        });
    }

    private double[] With(Feature<T> feature, double value)
    {
        double[] row = [.. _plain];
        if (feature.Kind == FeatureKind.Missing && value != 0)
            SlotOwners<T>.SetMissing(feature, row);
        else if (feature.Kind == FeatureKind.Category)
            feature.WriteCategory((int)value, row.AsSpan(feature.Column, feature.ColumnCount));
        else
            row[feature.Column] = value;
        return row;
    }

    /// <summary>Numbers in rising order, from the least that the feature may be to the most: all that real rows hold, and more where these are few; every whole number where they are not too many.</summary>
    private double[] Grid(Feature<T> feature)
    {
        double least = Math.Max(feature.Limits.Minimum, -Far), most = Math.Min(feature.Limits.Maximum, Far);
        if (feature.Kind == FeatureKind.Whole && most - least < MostGrid)
            return [.. Enumerable.Range(0, (int)(Math.Floor(most) - Math.Ceiling(least)) + 1).Select(i => Math.Ceiling(least) + i)];
        double[] trial = new double[Trials * T.Schema.Columns];
        TrialRecords<T>.Rows(Trials, trial);
        double[] real = [.. Enumerable.Range(0, background.Count).Select(row => background.Encoded[row][feature.Column]).Distinct().Order()];
        IEnumerable<double> some = real.Length <= MostGrid ? real : Enumerable.Range(0, MostGrid).Select(i => real[(int)((long)i * (real.Length - 1) / (MostGrid - 1))]);
        return [.. some.Concat([least, most, 0, (least / 2) + (most / 2)]).Concat(Enumerable.Range(0, Trials).Select(row => trial[(row * T.Schema.Columns) + feature.Column])).Where(number => number >= least && number <= most).Distinct().Order()];
    }

    /// <summary>Halves what is not known of where questions turn, until nothing is between.</summary>
    private void Narrow(SlotQuestion<T>[] open)
    {
        while ((open = [.. open.Where(question => question.Before + 1 < question.Behind)]).Length > 0)
        {
            reader.Read([.. open.SelectMany(question => With(question.Feature!, NumberOrder.At(NumberOrder.Between(question.Before, question.Behind))))], (row, slots) =>
            {
                SlotQuestion<T> question = open[row];
                long middle = NumberOrder.Between(question.Before, question.Behind);
                if (question.Tree.GoesLeft(question.Question, slots.Span) == question.LeftAtFirst)
                    question.Before = middle;
                else
                    question.Behind = middle;
            });
        }
    }
}
