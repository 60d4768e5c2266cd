namespace Papers;

/// <summary>What the start page of docs/papers says besides the findings themselves.</summary>
public static class StartPage
{
    /// <summary>What the papers are about, and the rule.</summary>
    public const string Introduction =
        """
        # Two papers, measured again

        TypedExplain implements two published methods. Here their experiments are run again, and every table and figure stands beside what the
        papers print. [samples/Papers](../../samples/Papers/README.md) makes these pages, this one too.

        **LINEX** (locally invariant explanations) explains one prediction of any model. LIME, which it is held against, fits a straight line to the model's answers near
        the instance. LINEX fits several such lines to random parts of the same answers and keeps only what they agree on, so that similar
        instances get similar explanations. Its paper measures how far an explanation is off at the instance (INFD), at a neighbor (GI), how much explanations of neighbors differ (CI),
        how often their signs agree (Υ), and how much the effects of a class look like its mean input (CAC). Lower is better for the first three.

        **ExpO** (explanation-based optimization) trains a network so that it can be explained: a penalty asks it to be nearly a straight line around
        each instance (FIDELITY, or 1D-FIDELITY for one feature at a time) or not to change much there (STABILITY). Its paper measures the squared error of LIME's and MAPLE's
        explanations at an instance (PF) and around it (NF), how much they change (S), and the network's own error (MSE).

        ## How a finding is judged

        A finding says that one of two things has the lower, or the higher, number. One rule holds for all:

        - both are measured on the same divisions of the data into training and test parts (splits), or on the same instances of several splits;
        - a paired t test at 5 % tells which is lower, or that no difference can be told;
        - one split, or one trained network, is never a test;
        - where the paper's two numbers do not differ by their own errors, the paper tells no difference: LINEX's where they are closer than both standard errors
          together, ExpO's by Welch's test at 5 %, which is how that paper marks differences;
        - how many times lower is told only where the paper tells it, and is not judged.

        With so many findings, about one in twenty of those without a real difference is told as one by chance.


        """;

    /// <summary>What stands at the end.</summary>
    public const string End =
        """
        ## What may be otherwise than in the papers

        Neither paper tells everything: seeds, divisions, LINEX's ridge, budget and intercept, and which 32 columns of MEPS it takes are not printed. LINEX's tables are
        therefore run under TypedExplain's defaults (*default*), under the conventions that the published numbers point to (*likely*), and by the library's present LINEX
        (*today*). Some data are samples: housing has 430 of 506 rows, winequality-red 1,359 of 1,599, SUPPORT2 7,739 of 9,105, Rotten Tomatoes 9,063 of 10,662 sentences.

        A page names the command and the version of its study. A study's version is raised when its numbers may change, and a test compares the pages with the code.

        """;

    /// <summary>The heading of a class.</summary>
    public static string Heading(Outcome outcome) => outcome switch
    {
        Outcome.CameOut => "What came out",
        Outcome.Better => "What is better here than published",
        Outcome.OtherWay => "What is open: it went the other way",
        Outcome.NoDifference => "What is open: no difference can be told",
        Outcome.NotTested => "What is not tested",
        Outcome.PaperTellsNone => "Where the paper tells no difference",
        _ => "What is an artefact, and why",
    };

    /// <summary>What a class means.</summary>
    public static string About(Outcome outcome) => outcome switch
    {
        Outcome.CameOut => "The test tells the published direction.",
        Outcome.Better => "In the paper its own method is behind; here it is ahead, and the test tells so.",
        Outcome.OtherWay => "The paper has its own method ahead, and the test here tells the opposite; or the paper tells a cost that is not there. Each page says what is known of the cause.",
        Outcome.NoDifference => "The paper tells a difference, and here the numbers are too close, or the splits too few, to tell one. That is neither for nor against the paper.",
        Outcome.NotTested => "One split or one network, here or in the paper, or cells that are not computed.",
        Outcome.PaperTellsNone => "The published numbers do not differ by their own errors, so there is nothing to reproduce. The pages have ours beside them.",
        _ => """
            The number does not measure what it is meant to, so its order says nothing, whichever way it went.

            CAC asks whether the effects of a class look like the mean input of that class. The published coefficients have no constant, and a line without a constant can reach
            the model's answer only through the inputs: the cheapest way is a multiple of the input itself. An explainer that returns the input and never asks the model has a CAC near
            1. With a constant, CAC falls for LIME and LINEX alike. On Fashion-MNIST, the infidelity of MeLIME is near 0 because 784 slopes are fitted to 500 images.
            """,
    };
}
