using Grpc.Core;
using Indicators.V1;
using ScoreClient;

// Scores the seed's project, then streams projects.csv. Arguments: the addresses of one service or of several that share the calls.
string[] addresses = args.Length > 0 ? args : ["http://localhost:5080"];
using var channel = Connection.To(addresses);
var scoring = new ScoringService.ScoringServiceClient(channel);
var rules = new RuleSetChoice { Id = "kunming-2017" };
try
{
    var request = new ScoreRequest { RuleSet = rules, Project = Evidence.OfFolder("samples/kunming-2017", "KM-2017-01") };
    var answer = await scoring.ScoreAsync(request, deadline: DateTime.UtcNow.AddSeconds(10));
    Console.WriteLine($"{answer.Scores.ProjectId}: {answer.Scores.Total} {answer.Scores.Grade} ({answer.RuleSet.Id} {answer.RuleSet.Digest[..14]}…), {answer.Scores.Flags.Count} flags");
    await Streaming.Score(scoring, rules, Evidence.OfRows("samples/clients/projects.csv"));
    return 0;
}
catch (RpcException e)
{
    Console.Error.WriteLine(Errors.Said(e));
    return 1;
}
