using TypedExplain.ML.Tests.Support;
using static TypedExplain.ML.Tests.LightGbm.NativeLightGbm;

namespace TypedExplain.ML.Tests.LightGbm;

/// <summary>Models that LightGBM trains here and now, read from their files: its own answers and contributions are the measure.</summary>
public class LightGbmTests
{
    private const double Tolerance = 1e-9;
    private const int Outputs = 3;

    public static TheoryData<string, string, bool, ForestLink> Kinds => new()
    {
        { "regression", "objective=regression", false, ForestLink.Identity },
        { "regression by absolute error", "objective=regression_l1", false, ForestLink.Identity },
        { "regression of the root", "objective=regression reg_sqrt=true", false, ForestLink.SignedSquare },
        { "huber", "objective=huber", false, ForestLink.Identity },
        { "fair", "objective=fair", false, ForestLink.Identity },
        { "quantile", "objective=quantile alpha=0.8", false, ForestLink.Identity },
        { "mape", "objective=mape", false, ForestLink.Identity },
        { "poisson", "objective=poisson", false, ForestLink.Exponential },
        { "gamma", "objective=gamma", false, ForestLink.Exponential },
        { "tweedie", "objective=tweedie", false, ForestLink.Exponential },
        { "binary", "objective=binary", false, ForestLink.Sigmoid },
        { "binary with a steeper sigmoid", "objective=binary sigmoid=2.5", false, ForestLink.Sigmoid },
        { "multiclass", "objective=multiclass num_class=3", false, ForestLink.Softmax },
        { "one against all", "objective=multiclassova num_class=3", false, ForestLink.Sigmoid },
        { "cross entropy", "objective=cross_entropy", false, ForestLink.Sigmoid },
        { "cross entropy lambda", "objective=cross_entropy_lambda", false, ForestLink.Softplus },
        { "ranks", "objective=lambdarank", false, ForestLink.Identity },
        { "dart", "objective=binary boosting=dart drop_rate=0.4", false, ForestLink.Sigmoid },
        { "random forest", "objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.6", false, ForestLink.Sigmoid },
        { "random forest of classes", "objective=multiclass num_class=3 boosting=rf bagging_freq=1 bagging_fraction=0.6", false, ForestLink.Softmax },
        { "goss", "objective=regression data_sample_strategy=goss", false, ForestLink.Identity },
        { "sets of categories", "objective=regression categorical_feature=3 max_cat_to_onehot=1 cat_smooth=1 min_data_per_group=1", false, ForestLink.Identity },
        { "single categories", "objective=binary categorical_feature=3 max_cat_to_onehot=10", false, ForestLink.Sigmoid },
        { "zeros are missing", "objective=regression zero_as_missing=true", false, ForestLink.Identity },
        { "nothing is missing", "objective=regression use_missing=false", false, ForestLink.Identity },
        { "extra trees", "objective=regression extra_trees=true", false, ForestLink.Identity },
        { "one column per category", "objective=binary", true, ForestLink.Sigmoid },
        { "classes with one column per category", "objective=multiclass num_class=3", true, ForestLink.Softmax },
        { "increasing with age", "objective=regression monotone_constraints=1,0,0,0,0", false, ForestLink.Identity },
        { "few bins", "objective=regression max_bin=8 min_data_in_bin=3", false, ForestLink.Identity },
        { "smoothed paths", "objective=binary path_smooth=5 lambda_l1=0.1 lambda_l2=2 max_delta_step=0.3", false, ForestLink.Sigmoid },
        { "constraints by the advanced way", "objective=binary monotone_constraints=1,-1,0,0,0 monotone_constraints_method=advanced", false, ForestLink.Sigmoid },
        { "features that may meet", "objective=regression interaction_constraints=[0,1],[2,3,4] feature_fraction_bynode=0.6", false, ForestLink.Identity },
        { "quantized gradients", "objective=regression use_quantized_grad=true", false, ForestLink.Identity },
        { "ranks by xendcg", "objective=rank_xendcg", false, ForestLink.Identity },
        { "dart of classes", "objective=multiclass num_class=3 boosting=dart drop_rate=0.5 xgboost_dart_mode=true", false, ForestLink.Softmax },
        { "one against all with a steeper sigmoid", "objective=multiclassova num_class=3 sigmoid=2.5", false, ForestLink.Sigmoid },
        { "categories with zeros missing", "objective=regression categorical_feature=3 zero_as_missing=true max_cat_to_onehot=1 cat_smooth=1 min_data_per_group=1", false, ForestLink.Identity },
        { "categories where nothing is missing", "objective=regression categorical_feature=3,4 use_missing=false max_cat_to_onehot=2 cat_smooth=1 min_data_per_group=1", false, ForestLink.Identity },
        { "zeros missing with bundles", "objective=binary zero_as_missing=true enable_bundle=true", true, ForestLink.Sigmoid },
        { "random forest of a rate", "objective=poisson boosting=rf bagging_freq=1 bagging_fraction=0.6", false, ForestLink.Exponential },
        { "random forest with a steeper sigmoid", "objective=binary sigmoid=2.5 boosting=rf bagging_freq=1 bagging_fraction=0.6", false, ForestLink.Sigmoid },
        { "no start from the mean", "objective=gamma boost_from_average=false", false, ForestLink.Exponential },
        { "one side is rarer", "objective=binary is_unbalance=true scale_pos_weight=1", false, ForestLink.Sigmoid },
        { "a number as categories", "objective=regression categorical_feature=0,1 max_cat_to_onehot=1 cat_smooth=1 min_data_per_group=1", false, ForestLink.Identity },
        { "nothing to learn", "objective=regression min_data_in_leaf=1000", false, ForestLink.Identity },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnswersAndContributionsAreThoseOfLightGbm(string name, string parameters, bool isOneHot, ForestLink link)
    {
        using TemporaryFile file = new();
        Loan[] loans = Loans.Draw(300);
        double[][] rows = [.. loans.Select(loan => Loans.Row(loan, isOneHot))];
        Train(file.Path, rows, Targets(loans, parameters), isOneHot ? Loans.OneHot : Loans.Coded, parameters, rounds: 12, parameters.Contains("rank", StringComparison.Ordinal) ? [100, 100, 100] : null);
        LightGbmForest<Loan> model = LightGbmForest<Loan>.Load(file.Path);
        Assert.Equal(link, model.Link);

        // Some that were trained on and some that were not.
        Loan[] asked = [.. loans.Take(40), .. Loans.Draw(40, seed: 9), new(50, 1e-36, null, Housing.Other, false), new(50, -0.0, 0, Housing.Own, true), new(50, -0.5, 1e300, Housing.Rent, true), new(50, 0.5, 1, Housing.Rent, true)];
        double[][] own = [.. asked.Select(loan => Loans.Row(loan, isOneHot))];
        double[] answers = Predict(file.Path, own, Answer.Normal), sums = Predict(file.Path, own, Answer.Raw), contributions = Predict(file.Path, own, Answer.Contributions);
        int outputs = model.Outputs.Length, width = own[0].Length + 1, rounds = model.Forest.TreeCount / outputs;
        Assert.Equal(asked.Length * outputs, answers.Length);

        // LightGBM gives sums where a random forest answers with means, and sums that its sigmoid still multiplies.
        double scale = (parameters.Contains("sigmoid", StringComparison.Ordinal) ? 2.5 : 1) / (parameters.Contains("boosting=rf", StringComparison.Ordinal) ? rounds : 1);
        double[] encoded = ModelFiles.Encode(asked);
        double[] scores = new double[answers.Length], below = new double[answers.Length];
        model.Score(new EncodedRows<Loan>(encoded), scores);
        model.Forest.Score(new EncodedRows<Loan>(encoded), below);
        int[] features = isOneHot ? Loans.OneHotFeatures : Loans.CodedFeatures;
        for (int i = 0; i < asked.Length; i++)
        {
            System.Collections.Immutable.ImmutableArray<ShapValues<Loan>> values = new TreeShap<Loan>().ValuesOfOutputs(model.Forest, asked[i]);
            for (int output = 0; output < outputs; output++)
            {
                int at = (i * outputs) + output;
                Close(answers[at], scores[at], $"{name}: answer to {asked[i]}");
                Close(sums[at] * scale, below[at], $"{name}: sum for {asked[i]}");
                double[] theirs = contributions.AsSpan(at * width, width).ToArray();
                double[] expected = new double[Loans.Features];
                for (int column = 0; column < features.Length; column++)
                    expected[features[column]] += theirs[column] * scale;
                double[] found = values[output].Contributions.AsSpan().ToArray();

                // What an instance lacks is told where it says so; LightGBM has one column for both.
                (found[Loans.Debt], found[Loans.Debt + 1]) = (found[Loans.Debt] + found[Loans.Debt + 1], 0);
                for (int feature = 0; feature < expected.Length && !isOneHot; feature++)
                    Close(expected[feature], found[feature], $"{name}: contribution {feature} of {asked[i]}");

                // Columns of a category are one feature here and several in LightGBM, so only the whole is the same.
                Close(expected.Sum(), found.Sum(), $"{name}: sum of contributions of {asked[i]}");
                Close(theirs[^1] * scale, values[output].BaseValue, $"{name}: base value");
            }
        }
    }

    [Theory]
    [InlineData("objective=binary")]
    [InlineData("objective=multiclass num_class=3")]
    [InlineData("objective=regression boosting=rf bagging_freq=1 bagging_fraction=0.6")]
    public void TheFirstRoundsAnswerAsLightGbmDoesByThem(string parameters)
    {
        using TemporaryFile file = new();
        Loan[] loans = Loans.Draw(300);
        double[][] rows = [.. loans.Select(loan => Loans.Row(loan, isOneHot: false))];
        Train(file.Path, rows, Targets(loans, parameters), Loans.Coded, parameters, rounds: 12);
        double[] expected = Predict(file.Path, rows, Answer.Normal, rounds: 5), scores = new double[expected.Length];
        LightGbmForest<Loan>.Load(file.Path, new() { Rounds = 5 }).Score(new EncodedRows<Loan>(ModelFiles.Encode(loans)), scores);
        for (int i = 0; i < scores.Length; i++)
            Close(expected[i], scores[i], $"answer {i} by 5 rounds");
        Assert.Throws<InvalidOptionException>(() => LightGbmForest<Loan>.Load(file.Path, new() { Rounds = 13 }));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5e-36")]
    [InlineData("-5e-36")]
    [InlineData("1.0000000180025095e-35")]
    [InlineData("-1.0000000180025095e-35")]
    [InlineData("2e-35")]
    public void NumbersThatLightGbmTakesForZeroGoItsWay(string threshold)
    {
        using TemporaryFile file = new();
        File.WriteAllText(file.Path, $"tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\nmax_feature_idx=4\nobjective=regression\nfeature_names=age balance debt housing has_defaulted\nfeature_infos=none [-1:1] none none none\n\nTree=0\nnum_leaves=2\nnum_cat=0\nsplit_feature=1\nsplit_gain=1\nthreshold={threshold}\ndecision_type=2\nleft_child=-1\nright_child=-2\nleaf_value=1 2\nleaf_weight=1 1\nleaf_count=5 5\ninternal_value=0\ninternal_weight=2\ninternal_count=10\nis_linear=0\nshrinkage=1\n\n\nend of trees\n\nfeature_importances:\nbalance=1\n\nparameters:\nend of parameters\n\npandas_categorical:null\n");
        Loan[] asked = [.. new[] { 0, -0.0, 1e-36, -1e-36, 9e-36, -9e-36, 1.5e-35, -1.5e-35, 3e-35, 1, -1 }.Select(balance => new Loan(50, balance, 1, Housing.Own, false))];
        double[] scores = new double[asked.Length];
        LightGbmForest<Loan>.Load(file.Path).Score(new EncodedRows<Loan>(ModelFiles.Encode(asked)), scores);
        Assert.Equal(Predict(file.Path, [.. asked.Select(loan => Loans.Row(loan, isOneHot: false))], Answer.Raw), scores);
    }

    private static void Close(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"{what} is {actual:R}, and LightGBM has {expected:R}.");

    private static float[] Targets(Loan[] loans, string parameters)
    {
        double[] worth = [.. loans.Select(Loans.Worth)];
        double middle = worth.Order().ElementAt(worth.Length / 2);
        if (parameters.Contains("multiclass", StringComparison.Ordinal))
            return [.. worth.Select(own => (float)Math.Clamp((int)(own + 0.5), 0, Outputs - 1))];
        if (parameters.Contains("binary", StringComparison.Ordinal))
            return [.. worth.Select(own => own > middle ? 1f : 0)];
        if (parameters.Contains("cross_entropy", StringComparison.Ordinal))
            return [.. worth.Select(own => (float)(1 / (1 + Math.Exp(middle - own))))];
        if (parameters.Contains("rank", StringComparison.Ordinal))
            return [.. worth.Select(own => (float)Math.Clamp((int)(own + 1), 0, 4))];
        return [.. worth.Select(own => (float)Math.Exp(own / 2))];
    }
}
