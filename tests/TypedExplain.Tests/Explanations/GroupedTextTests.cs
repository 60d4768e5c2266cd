using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explanations;

/// <summary>Arrays and inner records stand together; what may be summed is summed.</summary>
public partial class GroupedTextTests
{
    private static readonly Dataset<Journey> s_journeys = new([
        new(2, [1, 0, 0], new(1, [1, 2], 9), new(3, [1, 1], 2)),
        new(4, [3, 4, 5], new(5, [3, 5], 0), new(7, [4, 4], 4)),
    ]);

    private static readonly IModel<Journey> s_model = Model.From<Journey>(row =>
        row.Days + (2 * row.Speeds[0]) - row.Speeds[1] + row.Home.Rooms - (3 * row.Home.Doors[0]) + row.Home.Doors[1] + (row.Away?.Rooms ?? 0));

    /// <summary>
    /// φ is (x − mean) times the slope: Speeds −2 and +2, Home −2, +3 and −1.5. What cancels is not hidden: a group stands where its
    /// most important feature would. Of Away one feature has an effect, so it needs no line above it.
    /// </summary>
    [Fact]
    public void Contributions_are_summed_with_their_parts_below()
    {
        string[] lines = Lines(new KernelShap<Journey> { Background = s_journeys, ExactUpTo = 12 }.Values(s_model, s_journeys[0]).ToString());
        Assert.Equal(
            [
                "Home -0.500",
                "__Home.Doors +1.500",
                "____Home.Doors[0] 1 +3.000",
                "____Home.Doors[1] 2 -1.500",
                "__Home.Rooms 1 -2.000",
                "Speeds 0.000",
                "__Speeds[0] 1 -2.000",
                "__Speeds[1] 0 +2.000",
                "Away.Rooms 3 -2.000",
                "Days 2 -1.000",
                "6 others: 0",
            ],
            lines[1..^1]);
    }

    /// <summary>Effects per unit of several features make no sum, nor do those per standard deviation.</summary>
    [Fact]
    public void Effects_stand_together_without_a_sum()
    {
        string[] lines = Lines(new Lime<Journey> { Neighborhood = new GaussianNeighborhood<Journey> { Background = s_journeys, Samples = 400, Design = SamplingDesign.Independent }, Seed = 3, Selection = FeatureSelection.HighestWeights(5) }.Explain(s_model, s_journeys[0]).ToString());
        Assert.Matches("^Home\n__Home.Doors\\[0\\] 1 .*\n__Home.Rooms 1 .*\nSpeeds\n__Speeds\\[1\\] 0 .*\n__Speeds\\[0\\] 1 .*\nAway.Rooms 3 .*\n8 others: 0(\n|$)", string.Join('\n', lines[1..^1]));
    }

    /// <summary>A whole inner record that is missing is one line, whatever it would hold.</summary>
    [Fact]
    public void What_is_missing_is_one_line()
    {
        Journey alone = s_journeys[0] with { Away = null };
        string[] lines = Lines(new KernelShap<Journey> { Background = s_journeys, ExactUpTo = 12 }.Values(s_model, alone).ToString());
        Assert.Contains("Away missing -5.000", lines);
        Assert.DoesNotContain(lines, line => line.Contains("Away.", StringComparison.Ordinal));
    }

    /// <summary>A sum over what is protected would tell of it.</summary>
    [Fact]
    public void A_sum_tells_nothing_of_what_is_protected()
    {
        Dataset<Guarded> rows = new([new(1, new(2, 3, 4)), new(3, new(4, 7, 9))]);
        string[] lines = Lines(new KernelShap<Guarded> { Background = rows }.Values(Model.From<Guarded>(row => row.Days + row.Person.Age + row.Person.Pay + row.Person.Debts), rows[0]).ToString());
        Assert.Equal(["Person", "__Person.Debts 4 -2.500", "__Person.Pay 3 -2.000", "__Person.Age protected", "Days 1 -1.000"], lines[1..^1]);
    }

    [Fact]
    public void A_display_name_stands_above_an_array()
    {
        Dataset<ImmutableArrays> rows = new([new([0, 0, 0, 0, 0]) { Visits = [0, 0] }, new([1, 1, 1, 1, 1]) { Visits = [10, 8] }]);
        string[] lines = Lines(new KernelShap<ImmutableArrays> { Background = rows }.Values(Model.From<ImmutableArrays>(row => row.Values[0] + row.Visits[0] - row.Visits[1]), rows[0]).ToString());
        Assert.Equal(["visits -1.000", "__visits[0] 0 -5.000", "__visits[1] 0 +4.000", "Values -0.500", "__Values[0] 0 -0.500", "__Values[1] 0 0.000"], lines[1..7]);
    }

    [Fact]
    public void A_consensus_shows_few_of_many()
    {
        Dataset<Wide> rows = new([new([.. Enumerable.Repeat(0.0, 300)]), new([.. Enumerable.Range(0, 300).Select(i => 1.0 + i)])]);
        GaussianNeighborhood<Wide> around = new() { Background = rows, Samples = 200 };
        ConsensusExplanation<Wide> consensus = new Consensus<Wide>
        {
            Explainers = [new Lime<Wide> { Neighborhood = around, Selection = FeatureSelection.HighestWeights(5) }, new SmoothedLime<Wide> { Neighborhood = around, Selection = FeatureSelection.HighestWeights(5) }],
        }.Explain(Model.From<Wide>(row => row.Values[0] - row.Values[7]), rows[0]);
        string[] lines = Lines(consensus.ToString());
        Assert.InRange(lines.Length, 9, 15);
        Assert.Contains("Values", lines);
        Assert.Equal(300, lines.Count(line => line.StartsWith("__Values[", StringComparison.Ordinal)) + int.Parse(Assert.Single(lines, line => line.EndsWith(" others: 0", StringComparison.Ordinal)).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(Lines(consensus.Explanations[0].ToString()).Length, 8, 12);
    }

    /// <summary>Lines without the bars, with one blank between words, and with __ for each step that they are indented.</summary>
    private static string[] Lines(string text) =>
    [
        .. text.TrimEnd('\n').Split('\n').Select(line =>
        {
            string[] words = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Trim('█', '▒').Length > 0)];
            return new string('_', Math.Max(0, line.TakeWhile(letter => letter == ' ').Count() - 2)) + string.Join(' ', words);
        }),
    ];

    [FeatureRecord]
    public sealed partial record Place(int Rooms, [ArrayLength(2)] int[] Doors, int Windows);

    [FeatureRecord]
    public sealed partial record Journey(int Days, [ArrayLength(3)] int[] Speeds, Place Home, Place? Away);

    [FeatureRecord]
    public sealed partial record Person([Protected] int Age, int Pay, int Debts);

    [FeatureRecord]
    public sealed partial record Guarded(int Days, Person Person);

    [FeatureRecord]
    public sealed partial record Wide([ArrayLength(300)] double[] Values);
}
