using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0202.</summary>
public class LostResultTests
{
    private const string Explanation = "an explanation, whose caveats say whether to rely on it";
    private const string Dataset = "a new data set, while the old one stays as it is";

    [Theory]
    [InlineData("explainer.[|Explain|](model, loan);", "Explain", Explanation)]
    [InlineData("explainer?.[|Explain|](model, loan);", "Explain", Explanation)]
    [InlineData("new Lime<Loan>().[|Explain|](model, loan);", "Explain", Explanation)]
    [InlineData("explainer.[|ExplainMany|](model, train.Rows);", "ExplainMany", "what became of many instances, and those that could not be explained")]
    [InlineData("explainer.[|Begin|](model, loan);", "Begin", "a run, which explains nothing until it is finished")]
    [InlineData("explainer.Begin(model, loan).[|Finish|](model);", "Finish", Explanation)]
    [InlineData("await Task.[|Run|](() => explainer.Explain(model, loan));", "Run", Explanation)]
    [InlineData("await Task.[|Run|](() => explainer.Explain(model, loan)).ConfigureAwait(false);", "Run", Explanation)]
    [InlineData("await [|LaterAsync|](); async Task<Explanation<Loan>> LaterAsync() { await Task.Yield(); return explanation; }", "LaterAsync", Explanation)]
    [InlineData("Parallel.For(0, train.Count, row => explainer.[|Explain|](model, train[row]));", "Explain", Explanation)]
    [InlineData("Action both = () => { explainer.[|Explain|](model, loan); Console.WriteLine(); };", "Explain", Explanation)]
    [InlineData("Once(); void Once() => explainer.[|Explain|](model, loan);", "Explain", Explanation)]
    [InlineData("Csv.[|Read<Loan>|](text);", "Read", "what was read, and what could not be")]
    [InlineData("new Infidelity<Loan>().[|Evaluate|](explainer, model, train);", "Evaluate", "a score")]
    [InlineData("new Certifier<Loan> { Explainer = new Lime<Loan>(), Standard = new() }.[|Explain|](model, loan);", "Explain", "an outcome, and only one that is certified meets the standard")]
    [InlineData("new Consensus<Loan> { Explainers = [] }.[|Explain|](model, loan);", "Explain", "several explanations and where they agree")]
    [InlineData("new KernelShap<Loan> { Background = train }.[|Values|](model, loan);", "Values", "Shapley values, with how exact they are")]
    [InlineData("Receipt.[|Of|](explanation, model);", "Of", "a receipt, which signing leaves as it is and gives a signed one")]
    [InlineData("Receipt.Of(explanation, model).[|Sign|](System.Security.Cryptography.ECDsa.Create());", "Sign", "a receipt, which signing leaves as it is and gives a signed one")]
    [InlineData("Receipt.Of(explanation, model).[|Verify|](System.Security.Cryptography.ECDsa.Create());", "Verify", "whether the signature is one of this receipt")]
    [InlineData("Receipt.Of(explanation, model).[|Replay|](model);", "Replay", "whether the result came out the same")]
    [InlineData("new FileReceiptLog(\"log\").[|Verify|]();", "Verify", "whether the log is intact")]
    [InlineData("explainer.[|Plan|](model, loan);", "Plan", "what an explanation will cost")]
    [InlineData("MetricTable<Loan>.[|Of|]([explainer], [], model, train);", "Of", "a table of scores")]
    [InlineData("PairedTest.[|Of|](default!, default!);", "Of", "whether two explainers differ")]
    [InlineData("train.[|WithTarget|]([1.0]);", "WithTarget", Dataset)]
    [InlineData("train.[|WithLabels|]([Housing.Rent]);", "WithLabels", Dataset)]
    [InlineData("train.[|Select|]([0]);", "Select", Dataset)]
    [InlineData("train.[|Split|](0.2, 1);", "Split", Dataset)]
    [InlineData("Csv.Read<Loan>(text).[|ToDataset|]();", "ToDataset", Dataset)]
    [InlineData("new RandomForest<Loan>().[|Train|](train);", "Train", "a trained forest")]
    [InlineData("new Maple<Loan> { Background = train }.[|Fit|](model);", "Fit", "a fitted explainer")]
    [InlineData("new GlobalSurrogate<Loan> { Background = train }.[|Fit|](model);", "Fit", "a fitted explainer")]
    [InlineData("new ExpoTrainer<Loan>().[|Train|](train);", "Train", "a trained network")]
    [InlineData("new SennTrainer<Loan>().[|Train|](train, train.Select([0]));", "Train", "a trained network")]
    [InlineData("new ExpoFrontier<Loan> { Explainers = [explainer] }.[|Run|](train, train.Select([0]));", "Run", "a frontier")]
    [InlineData("new NaiveBayesTrainer().[|Train|]([], []);", "Train", "a trained model")]
    [InlineData("await Task.[|Run|](() => new ExpoTrainer<Loan>().Train(train));", "Run", "a trained network")]
    [InlineData("model.[|Output|](Housing.Rent);", "Output", "a model")]
    [InlineData("new CsvOptions { Target = \"Kind\" }.[|Labels<Housing>|]();", "Labels", "changed options, while the old ones stay as they are")]
    [InlineData("explanation.[|Missed|](new ExplanationStandard());", "Missed", "what the explanation lacks to meet the standard")]
    [InlineData("explanation.[|Meets|](0.9);", "Meets", "whether the explanation meets the standard")]
    public void Thrown_away(string failing, string method, string words) => Finds(
        "TEX0202",
        failing,
        $"What '{method}' returns is thrown away: {words}; use it, or discard it with '_ ='",
        "_ = explainer.Explain(model, loan);");

    [Theory]
    [InlineData("_ = await Task.Run(() => explainer.Explain(model, loan));")]
    [InlineData("new FileReceiptLog(\"log\").Append(Receipt.Of(explanation, model));")]
    [InlineData("(train, _) = train.Split(0.2, 1);")]
    [InlineData("Explanation<Loan> mine; mine = explainer.Explain(model, loan);")]
    [InlineData("Func<Explanation<Loan>> later = () => explainer.Explain(model, loan);")]
    [InlineData("Console.WriteLine(explainer.Explain(model, loan));")]
    [InlineData("explainer.Explain(model, loan).Predict(loan);")]
    [InlineData("explainer.Explain(model, loan).ToString();")]
    [InlineData("Task<Explanation<Loan>> task = Task.Run(() => explainer.Explain(model, loan)); await task; Console.WriteLine(task.Result);")]
    [InlineData("Task.Run(() => explainer.Explain(model, loan)).Wait();")]
    [InlineData("Queue<Explanation<Loan>> queue = new(); queue.Enqueue(explanation); queue.Dequeue();")]
    [InlineData("var stacked = explanation; System.Threading.Interlocked.Exchange(ref stacked, explainer.Explain(model, loan));")]
    [InlineData("Show(explanation); Explanation<Loan> Show(Explanation<Loan> shown) => shown;")]
    [InlineData("Fill(); Dataset<Loan> Fill() => train;")]
    [InlineData("train.Rows.Select(row => explainer.Explain(model, row)).ToArray();")]
    [InlineData("Action throws = () => explainer.Explain(model, loan);")]
    [InlineData("Action throws = () => { explainer.Explain(model, loan); };")]
    [InlineData("Func<Task> throws = async () => await Task.Run(() => explainer.Explain(model, loan));")]
    [InlineData("Csv.Write(writer, train);")]
    [InlineData("Throws(() => { IModel<Loan> bad = Model.From<Loan>(_ => double.NaN); explainer.Explain(bad, loan); }); void Throws(Action run) => run();")]
    [InlineData("await ThrowsAsync(async () => { await Task.Yield(); new RandomForest<Loan>().Train(train); }); Task ThrowsAsync(Func<Task> run) => run();")]
    [InlineData("await Task.Run(() => Retrain()); Forest<Loan> Retrain() => new RandomForest<Loan>().Train(train);")]
    [InlineData("Retrain(); Forest<Loan> Retrain() => new RandomForest<Loan>().Train(train);")]
    public void Not_thrown_away(string right) => IsFine(right);

    [Fact]
    public void A_fluent_extension_hands_it_on() => IsFineMember("""
        public static void Run(Explanation<Loan> explanation) => explanation.Show();
        public static Explanation<Loan> Show(this Explanation<Loan> explanation) => explanation;
        public static Score Print(Score score) => score;
        public static void Again(Score score) => Print(score);
        """);
}
