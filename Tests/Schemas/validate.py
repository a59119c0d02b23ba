"""Holds what `ptrules check` writes as JSON and SARIF against its schemas.

usage: validate.py PROGRAM [--sarif-schema OFFICIAL]   (from the project's folder)
"""

import glob
import json
import os
import subprocess
import sys

import jsonschema

HERE = os.path.dirname(os.path.abspath(__file__))


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def validators(schema):
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def coordinates(log):
    """What no schema says: rules and results fit together, and regions do not run backwards."""
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            for location in result["locations"] + result.get("relatedLocations", []):
                region = location["physicalLocation"].get("region")
                if region and "endLine" in region:
                    start = (region["startLine"], region["startColumn"])
                    assert start <= (region["endLine"], region["endColumn"]), region


def main():
    program = sys.argv[1]
    sarif = [validators(load(os.path.join(HERE, "sarif.schema.json")))]
    if "--sarif-schema" in sys.argv:
        sarif.append(validators(load(sys.argv[sys.argv.index("--sarif-schema") + 1])))
    check = validators(load(os.path.join(HERE, "check.schema.json")))

    plans = "Tests/Corpus/PlanText/"
    cases = [sorted(glob.glob("rules/*.rules"))]
    cases += [[file] for file in sorted(glob.glob("Tests/Corpus/Errors/*.rules"))]
    cases += [[file, "--plan", file[:-6] + ".plan.txt"] for file in sorted(glob.glob(plans + "F???.rules"))]
    cases += [["rules/校本研修.rules", "--plan", plans + "school-changed.txt"]]
    cases += [["Tests/Corpus/BadData/rules.rules", "--data", data] for data in sorted(glob.glob("Tests/Corpus/BadData/*/data"))]

    logs = results = 0
    for case in cases:
        for language in ("zh", "en"):
            outputs = {}
            for form in ("json", "sarif"):
                run = subprocess.run(
                    [program, "check", "--format", form, "--lang", language, *case], capture_output=True, timeout=60)
                if run.returncode == 3:
                    break  # a file or folder of the case cannot be read: there is no log
                assert run.returncode in (0, 1), (case, run.stderr.decode())
                outputs[form] = json.loads(run.stdout)
            if not outputs:
                continue
            check.validate(outputs["json"])
            for validator in sarif:
                validator.validate(outputs["sarif"])
            coordinates(outputs["sarif"])
            found = outputs["sarif"]["runs"][0]["results"]
            assert [item["code"] for item in outputs["json"]] == [item["ruleId"] for item in found]
            logs += 2
            results += len(found)
    print(f"check --format json|sarif: {logs} logs with {results} results fit their schemas")


if __name__ == "__main__":
    main()
