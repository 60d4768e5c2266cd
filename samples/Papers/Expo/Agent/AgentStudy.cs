using System.Globalization;

namespace Papers.Expo;

/// <summary>ExpO's simulated user study: how many steps an agent needs that trusts explanations more or less.</summary>
public sealed class AgentStudy : IStudy
{
    private const string PictureFile = "expo-agent-steps.svg";
    private const int Networks = 10, Tasks = 200, PublishedTasks = 1000;

    private static readonly double[] s_scales = [0, 0.5, 1, 2, 5, 10, 15, 20];
    private static readonly string[] s_models = [Regularization.None, Regularization.Fidelity];

    private static readonly Dictionary<string, double[]> s_published = new()
    {
        [Regularization.None] = [8.51, 8.44, 8.17, 7.70, 7.04, 6.37, 7.68, 8.92],
        [Regularization.Fidelity] = [8.86, 8.48, 8.03, 6.97, 5.17, 3.99, 3.78, 5.03],
    };

    public string Name => "expo-agent";

    public int Version => 2;

    public IReadOnlyList<string> Sources => ["Expo/Agent/AgentTasks.cs", "Expo/Networks", "Expo/Data"];

    public IReadOnlyList<string> Needs => ["housing/housing.csv"];

    public bool HasPictures => true;

    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from seed in Seeds(options)
           from scale in Scales(options)
           from model in s_models
           let tasks = new AgentTasks(model, seed, scale, options.Quick ? 5 : Tasks)
           select new Cell(tasks.Key, options.Quick ? 0.3 : 10, tasks.Run),
    ];

    public Page Draw(StudyOptions options, Numbers numbers)
    {
        MarkdownTable table = new("λ", "None", "reached the cap", "FIDELITY", "reached the cap", "published: None", "FIDELITY") { HasNumbers = true };
        double[] scales = Scales(options);
        foreach (double scale in scales)
        {
            AgentSteps none = Steps(Regularization.None, scale), expo = Steps(Regularization.Fidelity, scale);
            table.Add(scale.ToString(CultureInfo.InvariantCulture), none.ToString(), none.CappedText, expo.ToString(), expo.CappedText, Published(Regularization.None, scale), Published(Regularization.Fidelity, scale));
        }

        string text = $"""
            ## Numbers

            Mean steps ± standard error over {Steps(Regularization.None, scales[0]).Tasks} tasks per λ and model, {Seeds(options).Count} networks of each kind; published: about 1000 tasks, one
            network of each kind, and no errors; two of its numbers count as different where they are further apart than 1000 tasks with our spread allow. A task that reached the cap of {AgentTasks.MaxSteps} steps counts as {AgentTasks.MaxSteps}; the authors' agent has no cap.

            {table}
            ![Steps of the agent by λ, on networks with and without FIDELITY]({PictureFile})

            ## By network

            {ByNetwork()}
            Each row is a division with its two networks, and the same tasks for both. Much depends on the network: one whose training ended early is
            nearly linear without a regularizer too, and the agent does as well on it. The paper has one network of each kind.

            People needed 11.45 steps with None's explanations and 8.00 with ExpO's (published; people cannot be reproduced here).

            ## Conventions

            - housing, networks of 5 × 100 units as in the table of the UCI's data (seeds {Seeds(options)[0]} to {Seeds(options)[^1]}), with the number of the row as a feature that
              the agent may move too. The same tasks for every λ and both models: start at a random training row, raise the prediction
              by 1 standard deviation, to within 0.1.
            - A step moves one feature by one standard deviation; LIME (1000 samples around the mean of the training rows) explains every
              point again. The feature is chosen by softmax of −λ · | |coefficient| − |what is left| |, its direction by the coefficient's sign.
            """;
        return new("expo-agent.md", "ExpO, Figure 8: the agent of the user study", text, [new(PictureFile, Chart(scales).ToSvg())], options.Quick ? [] : Findings());

        AgentSteps Steps(string model, double scale) => AgentSteps.Of(numbers.Of(Seeds(options).Select(seed => new AgentTasks(model, seed, scale, options.Quick ? 5 : Tasks).Key)));

        AgentSteps Own(string model, double scale, int seed) => AgentSteps.Of(numbers.Of([new AgentTasks(model, seed, scale, options.Quick ? 5 : Tasks).Key]));

        string ByNetwork()
        {
            MarkdownTable own = new(["division", .. from scale in scales.Where(scale => scale is 0 or >= 5) from model in s_models select string.Create(CultureInfo.InvariantCulture, $"λ = {scale}, {model}")]) { HasNumbers = true };
            foreach (int seed in Seeds(options))
                own.Add([seed.ToString(CultureInfo.InvariantCulture), .. from scale in scales.Where(scale => scale is 0 or >= 5) from model in s_models select Own(model, scale, seed).ToString()]);
            return own.ToString();
        }

        LineChart Chart(double[] shown) => new(
            "Steps of the agent",
            "λ, how much it trusts explanations",
            "mean steps",
            [
                .. s_models.Select(model => new ChartLine(model, [.. shown.Select(scale => new ChartPoint(scale, Steps(model, scale).Mean, Steps(model, scale).Error))])),
                .. s_models.Select(model => new ChartLine($"{model}, published", [.. s_scales.Select((scale, i) => new ChartPoint(scale, s_published[model][i]))]) { IsDashed = true }),
            ]);

        IReadOnlyList<Finding> Findings() =>
        [
            .. s_scales.Select(scale => Found(string.Create(CultureInfo.InvariantCulture, $"λ = {scale}: steps"), (Regularization.Fidelity, scale), (Regularization.None, scale))),
            Found("At the best λ of each: steps", (Regularization.Fidelity, Best(Regularization.Fidelity)), (Regularization.None, Best(Regularization.None))),
            .. from model in s_models
               from end in (double[])[0, 20]
               select Found($"{model}: steps", (model, Best(model)), (model, end), "the agent with λ = "),
        ];

        // The paper gives no errors; those of about 1000 tasks are taken from the spread of the steps here.
        Finding Found(string about, (string Model, double Scale) own, (string Model, double Scale) other, string named = "")
        {
            Contrast published = Contrast.OfErrors(s_published[own.Model][At(own.Scale)], PublishedError(own), s_published[other.Model][At(other.Scale)], PublishedError(other));
            Pairs pairs = new([.. Seeds(options).Select(seed => Own(own.Model, own.Scale, seed).Mean)], [.. Seeds(options).Select(seed => Own(other.Model, other.Scale, seed).Mean)], "networks", Seeds(options).Count);
            return named.Length > 0
                ? Finding.Of(about, string.Create(CultureInfo.InvariantCulture, $"{named}{own.Scale}"), string.Create(CultureInfo.InvariantCulture, $"{named}{other.Scale}"), published, pairs)
                : Finding.Of(about, own.Model, other.Model, published, pairs);
        }

        double PublishedError((string Model, double Scale) of) => Steps(of.Model, of.Scale) is var steps ? steps.Error * Math.Sqrt(steps.Tasks / PublishedTasks) : 0;

        static int At(double scale) => Array.IndexOf(s_scales, scale);

        static double Best(string model) => s_scales[s_published[model].ToList().IndexOf(s_published[model].Min())];
    }

    private static double[] Scales(StudyOptions options) => options.Quick ? [0, 10] : s_scales;

    private static IReadOnlyList<int> Seeds(StudyOptions options) => [.. Enumerable.Range(1000 * options.Seed, options.TrialsOr(Networks))];

    private static string Published(string model, double scale) => s_published[model][Array.IndexOf(s_scales, scale)].ToString("0.00", CultureInfo.InvariantCulture);
}
